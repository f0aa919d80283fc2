import type { MatrixUser, SeenEvent } from './matrix-user.ts';

function isSpace(state: readonly SeenEvent[], name: string): boolean {
  return (
    state.some((event) => event.type === 'm.room.create' && event.content['type'] === 'm.space') &&
    state.some((event) => event.type === 'm.room.name' && event.content['name'] === name)
  );
}

/**
 * The space of this name that the user is in, or else the one that they are invited to, which they join; null for
 * neither.
 */
export async function enterSpace(user: MatrixUser, name: string): Promise<string | null> {
  const rooms = new Set(user.events.map((event) => event.room_id));
  for (const id of rooms) {
    if (
      isSpace(
        user.events.filter((event) => event.room_id === id),
        name,
      )
    )
      return id;
  }
  const invite = user.invites.find(({ state }) => isSpace(state, name));
  if (invite === undefined) return null;
  await user.join(invite.room_id);
  return invite.room_id;
}
