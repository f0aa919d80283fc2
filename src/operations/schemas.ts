/** Parts of answers that several operations have, as they are on the wire. */
import { z } from 'zod';

export const personSchema = z.object({ name: z.string(), address: z.string() });

/** Errors as the Matrix specification has them. */
export const errorSchema = z.object({ errcode: z.string(), error: z.string(), retry_after_ms: z.int().optional() });
