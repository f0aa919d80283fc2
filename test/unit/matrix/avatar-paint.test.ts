import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { BOT_AVATAR, CLAIM_AVATAR } from '../../../src/bridge/room/avatar.ts';
import type { AvatarFacts } from '../../../src/bridge/room/avatar.ts';
import { avatarSvg, createAvatarPainter, loadFonts } from '../../../src/avatars/avatar-paint.ts';

const letters = (initials: string): AvatarFacts => ({ of: 'person', initials, colour: '#00639b' });

test('a picture is a square PNG of its colour, with something white on it', async () => {
  const paint = await createAvatarPainter();
  assert.ok(paint);
  for (const avatar of [letters('JD'), letters('ИП'), letters(''), BOT_AVATAR, CLAIM_AVATAR]) {
    const bytes = await paint(avatar);
    const { width, height, format } = await sharp(bytes).metadata();
    assert.deepEqual([width, height, format], [256, 256, 'png']);
    const raw = await sharp(bytes).removeAlpha().raw().toBuffer();
    const corner = `#${raw.subarray(0, 3).toString('hex')}`;
    assert.equal(corner, avatar.colour);
    let white = 0;
    for (let at = 0; at < raw.length; at += 3) if ((raw[at] ?? 0) > 250 && (raw[at + 1] ?? 0) > 250) white += 1;
    assert.ok(white > 500, `${avatar.initials}: ${white} white pixels`);
    assert.ok(bytes.byteLength < 10_000);
  }
});

test('letters that no font here has are a head, and no text is left to a font of the system', async () => {
  const fonts = await loadFonts();
  const head = avatarSvg(letters(''), fonts);
  assert.equal(avatarSvg(letters('山'), fonts), head);
  assert.notEqual(avatarSvg(letters('Ω'), fonts), head);
  assert.doesNotMatch(avatarSvg(letters('JD'), fonts), /<text|href|url\(/);
});
