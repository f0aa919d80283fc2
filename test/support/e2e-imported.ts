/** A room of old mail on a real homeserver. */
import { z } from 'zod';
import type { World } from './e2e.ts';

/** A member goes into the room of an imported conversation by way of its space. The room. */
export async function enterImported(
  world: World,
  member: Awaited<ReturnType<World['client']>>,
  subject: string,
): Promise<string> {
  const [row] = await world.sql(
    `SELECT r.room, s.room AS space FROM import_units u JOIN rooms r USING (thread)
     JOIN rooms s ON s.account = u.account AND s.kind = 'space' WHERE u.name = $1`,
    [subject],
  );
  const { room, space } = z.object({ room: z.string(), space: z.string() }).parse(row);
  await member.join(space);
  await member.join(room);
  return room;
}
