import { z } from 'zod';

/** What a thumbnail may be and may cost. */
export interface ThumbnailLimits {
  /** Longest sides in pixels; Element asks for 800 by 600. */
  readonly width: number;
  readonly height: number;
  /** Pixels of a picture above which it is not read: a small file can hold a huge picture. */
  readonly maxPixels: number;
  /** Seconds after which a picture is given up. */
  readonly seconds: number;
}

/** What the child is asked for, one picture at a time. */
export interface ThumbnailTask {
  readonly image: Uint8Array;
  readonly limits: ThumbnailLimits;
}

const thumbnailCodec = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  mimetype: z.enum(['image/jpeg', 'image/png']),
  width: z.int().min(1).max(10_000),
  height: z.int().min(1).max(10_000),
});

/** A small picture for a client to show before it loads the large one. */
export type Thumbnail = z.infer<typeof thumbnailCodec>;

const answerCodec = z.object({ thumbnail: thumbnailCodec.nullable() });

/** The codec at the child's side: only the thumbnailer writes to it. */
export function thumbnailTask(value: unknown): ThumbnailTask {
  return value as ThumbnailTask;
}

/** What the child answered; null where it made none, and for what no child of ours says. */
export function thumbnailAnswer(value: unknown): Thumbnail | null {
  return answerCodec.safeParse(value).data?.thumbnail ?? null;
}
