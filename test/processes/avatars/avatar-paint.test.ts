import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import sharp from 'sharp';
import { BOT_AVATAR, CLAIM_AVATAR } from '../../../src/bridge/room/avatar.ts';
import type { AvatarFacts } from '../../../src/bridge/room/avatar.ts';
import { avatarSvg, loadFonts } from '../../../src/avatars/avatar-paint.ts';
import { createAvatarPainter } from '../../../src/avatars/painter.ts';
import type { AvatarPainter } from '../../../src/avatars/painter.ts';

const letters = (initials: string): AvatarFacts => ({ of: 'person', initials, colour: '#00639b' });

describe('a picture of a ghost', () => {
  const made: AvatarPainter[] = [];
  after(() => Promise.all(made.map((one) => one.close())));
  const painter = async (): Promise<AvatarPainter> => {
    const one = await createAvatarPainter();
    assert.ok(one);
    made.push(one);
    return one;
  };

  it('is a square PNG of its colour, with something white on it', async () => {
    const one = await painter();
    for (const avatar of [letters('JD'), letters('ИП'), letters(''), BOT_AVATAR, CLAIM_AVATAR]) {
      const bytes = await one.paint(avatar);
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

  it('that cannot be painted is an error, and the next one is painted', async () => {
    const one = await painter();
    await assert.rejects(one.paint({ ...BOT_AVATAR, colour: '"<' }), { code: 'not-painted' });
    assert.ok((await one.paint(BOT_AVATAR)).byteLength > 0);
  });

  it('is painted for all who ask at once', async () => {
    const one = await painter();
    const painted = await Promise.all(['A', 'B', 'C', 'A'].map((initials) => one.paint(letters(initials))));
    assert.deepEqual(painted[0], painted[3]);
    assert.notDeepEqual(painted[0], painted[1]);
  });

  it('is refused once the painter is closed', async () => {
    const one = await painter();
    await one.paint(BOT_AVATAR);
    await one.close();
    await assert.rejects(one.paint(BOT_AVATAR));
  });

  it('has a head for letters that no font here has, and leaves no text to a font of the system', async () => {
    const fonts = await loadFonts();
    const head = avatarSvg(letters(''), fonts);
    assert.equal(avatarSvg(letters('山'), fonts), head);
    assert.notEqual(avatarSvg(letters('Ω'), fonts), head);
    assert.doesNotMatch(avatarSvg(letters('JD'), fonts), /<text|href|url\(/);
  });
});
