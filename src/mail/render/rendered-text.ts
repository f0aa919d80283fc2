/** One half of a mail's text as Matrix shows it; not yet cut to the size of an event. */
export interface RenderedText {
  /** Plain. */
  readonly body: string;
  /** In the tags that Matrix allows; null where it would add nothing. */
  readonly html: string | null;
}
