/** Somebody with a browser: keeps cookies as one does, sends forms, and says what stands in a page. */
export interface ShownPage {
  readonly status: number;
  readonly title: string;
  /** All of it. */
  readonly text: string;
  /** The hidden value of its form, empty where it has none. */
  readonly token: string;
}

export class PageVisitor {
  /** As a browser has them for this site. */
  readonly cookies = new Map<string, string>();
  /** What the last answer set, as it was sent. */
  set: string[] = [];
  /** Sent with every form; a browser names where the form stands. */
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' };

  open(url: string): Promise<ShownPage> {
    return this.#ask(url, { headers: this.#cookie() });
  }

  send(url: string, fields: Readonly<Record<string, string>>): Promise<ShownPage> {
    return this.#ask(url, {
      method: 'POST',
      headers: { ...this.headers, ...this.#cookie() },
      body: new URLSearchParams(fields),
    });
  }

  #cookie(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  async #ask(url: string, init: RequestInit): Promise<ShownPage> {
    const answer = await fetch(url, { redirect: 'manual', ...init });
    this.set = answer.headers.getSetCookie();
    for (const line of this.set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    const text = await answer.text();
    return {
      status: answer.status,
      title: /<h1>(.*?)<\/h1>/s.exec(text)?.[1] ?? '',
      text,
      token: /name="token"\s+value="([^"]*)"/.exec(text)?.[1] ?? '',
    };
  }
}
