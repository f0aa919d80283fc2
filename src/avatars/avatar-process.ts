/** The program of the child that paints pictures of ghosts, one after the other. */
import type { AvatarFacts } from '../bridge/room/avatar.ts';
import { enterSandbox } from '../sandbox/inside.ts';
import { loadFonts, paintAvatar } from './avatar-paint.ts';

const fonts = await loadFonts();
const channel = enterSandbox();
channel.listen((avatar) => {
  // Only the painter writes to it.
  void paintAvatar(avatar as AvatarFacts, fonts).then((png) => channel.send({ png }));
});
