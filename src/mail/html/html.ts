import sanitizeHtml from 'sanitize-html';
import type { EmbeddedImage } from './image.ts';
import { linkSchemes } from './link.ts';
import type { Block } from './model.ts';
import { defaultHtmlLimits, parseHtml, type HtmlLimits } from './html-parse.ts';
import { readHtml } from './read.ts';
import { writeBlocks } from './write.ts';
import { blocksToText } from './text-render.ts';
import type { MailWarning } from '../types.ts';
import { imageMark } from '../../words/marks.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

/** What the conversion must be told; it knows nothing of the mail but its HTML. */
export interface HtmlOptions {
  /**
   * The mxc URI of the part with this Content-ID (no angle brackets), or null: the alternative text then stands for it.
   */
  readonly cid: (contentId: string) => string | null;
  /** The same for a source that is no `cid:`, as it stands in the HTML. Default: null. */
  readonly located?: (src: string) => string | null;
  /** The mxc URI for a picture written into the HTML (`data:`), or null. Default: null. */
  readonly embedded?: (image: EmbeddedImage) => string | null;
  /** Whether an mxc URI that already stands in the HTML is ours. Default: none is, for a foreign one is a tracker. */
  readonly own?: (src: string) => boolean;
  /** Leaves out text in the colour of what is behind it (white on white). Default: it is shown. */
  readonly seenOnly?: boolean;
  /** Of the marks in place of images. Default: English. */
  readonly language?: Language;
  readonly limits?: HtmlLimits;
}

/** HTML of a mail as a Matrix message. */
export interface MatrixHtml {
  /** `formatted_body`: only what `matrixTags` and its attributes allow. Not yet cut to the size of an event. */
  readonly html: string;
  /** `body`: the same as plain text. */
  readonly text: string;
  /** Content-IDs that are shown in place; their parts need not be shown again. */
  readonly usedCids: readonly string[];
  /** Whether some text has the colour of what is behind it. */
  readonly unseen: boolean;
  readonly warnings: readonly MailWarning[];
}

/** The tags that a Matrix message may have: client-server specification v1.19, m.room.message msgtypes. */
export const matrixTags: readonly string[] = (
  'del h1 h2 h3 h4 h5 h6 blockquote p a ul ol sup sub li b i u strong em s code hr br div table thead tbody tr th ' +
  'td caption pre span img details summary'
).split(' ');

/** The attributes of each tag, from the same section. */
export const matrixAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'title', 'width', 'height'],
  ol: ['start'],
  code: ['class'],
  span: ['data-mx-bg-color', 'data-mx-color', 'data-mx-spoiler'],
};

/**
 * The last wall: whatever was understood before, nothing outside the specification's list passes.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function onlyMatrix(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [...matrixTags],
    allowedAttributes: Object.fromEntries(Object.entries(matrixAttributes).map(([tag, names]) => [tag, [...names]])),
    allowedClasses: { code: [/^language-[\w+#.-]{1,30}$/] },
    allowedSchemes: [...linkSchemes],
    allowedSchemesByTag: { img: ['mxc'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    nestingLimit: 100,
    enforceHtmlBoundary: false,
  });
}

/**
 * Turns the HTML of a mail into that of a Matrix message. Layout tables become what they hold, data tables stay; lists,
 * links (with their target where the text does not tell it), code, quotations, colours of meaning and right-to-left
 * text are kept; images that came with the mail are shown in place, all others become their alternative text: a client
 * that shows the result fetches nothing from elsewhere. Pure and linear; never throws; its own results come back
 * unchanged.
 */
export function htmlToMatrix(html: string, options: HtmlOptions): MatrixHtml {
  const language = options.language ?? 'en';
  const { document, warnings } = parseHtml(html, options.limits ?? defaultHtmlLimits);
  const { blocks, images } = readHtml(document, {
    cid: options.cid,
    located: options.located ?? (() => null),
    embedded: options.embedded ?? (() => null),
    own: options.own ?? (() => false),
    seenOnly: options.seenOnly ?? false,
    mark: (alt) => imageMark(words(language), alt),
  });
  const met: MailWarning[] = [...warnings];
  if (images.remote > 0) met.push({ code: 'remote-images', detail: `${images.remote} not fetched` });
  if (images.missing > 0)
    met.push({ code: 'missing-inline-images', detail: `${images.missing} without a part to show` });
  if (images.embedded > 0)
    met.push({ code: 'embedded-images', detail: `${images.embedded} in data: URIs, not shown in place` });
  return {
    html: blocksToHtml(blocks),
    text: blocksToText(blocks, language),
    usedCids: [...images.usedCids],
    unseen: images.unseen > 0,
    warnings: met,
  };
}

/** Blocks as HTML that has passed the wall. */
export function blocksToHtml(blocks: readonly Block[]): string {
  return onlyMatrix(writeBlocks(blocks));
}
