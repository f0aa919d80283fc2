/** What a file is, apart from what finds it out (`media.ts`), which the children that read files load alone. */

/** The message types of files: client-server specification, m.room.message msgtypes. */
type MediaMessage = 'm.image' | 'm.audio' | 'm.video' | 'm.file';

/**
 * What a file is to a Matrix client. Sizes in pixels as shown (a turned photograph is turned), duration in
 * milliseconds.
 */
export interface MediaFacts {
  readonly msgtype: MediaMessage;
  /** The media type to upload it with: what its bytes say where they say something, else what the mail says. */
  readonly mimetype: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly duration: number | null;
}

/** What a file is of which nothing is known but what its mail calls it. */
export function plainFile(type: string): MediaFacts {
  return { msgtype: 'm.file', mimetype: type, width: null, height: null, duration: null };
}
