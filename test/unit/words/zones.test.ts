import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { zonesLike, zonesOfPlace } from '../../../src/bridge/zones-like.ts';
import { findZone, momentsOf, shortTime, UTC, wallTime, zoneLabel, zoneNames } from '../../../src/words/zones.ts';

const berlin = findZone('Europe/Berlin') ?? UTC;

describe('a time zone', () => {
  for (const [text, name] of [
    ['Europe/Berlin', 'Europe/Berlin'],
    [' europe/berlin ', 'Europe/Berlin'],
    ['AMERICA/ARGENTINA/BUENOS_AIRES', 'America/Buenos_Aires'],
    ['America/Port-au-Prince', 'America/Port-au-Prince'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['us/eastern', 'America/New_York'],
    ['utc', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['', null],
    ['Berlin', null],
    ['EST', null],
    ['+05:30', null],
    ['Etc/GMT+5', null],
    ['../../etc/passwd', null],
    ['Europe/../Berlin', null],
    ['/usr/share/zoneinfo/Europe/Berlin', null],
    ['Europe/Berlin\u0000', null],
    ['Europe/Berlin\nx', null],
    ['constructor', null],
    ['__proto__/x', null],
    [`Europe/${'a'.repeat(100_000)}`, null],
  ] as const) {
    it(`is known by its name: ${JSON.stringify(text).slice(0, 60)}`, () => {
      assert.equal(findZone(text), name);
    });
  }
  it('is found by every name that is suggested', () => {
    for (const name of zoneNames()) assert.equal(findZone(name), name);
  });
  it('is named by letters that people there know, else by its offset', () => {
    const winter = new Date('2026-11-22T12:00Z');
    const summer = new Date('2026-07-22T12:00Z');
    const label = (at: Date, name: string) => zoneLabel(at, findZone(name) ?? UTC);
    assert.equal(label(winter, 'Europe/Berlin'), 'CET');
    assert.equal(label(summer, 'Europe/Berlin'), 'CEST');
    assert.equal(label(winter, 'America/New_York'), 'EST');
    assert.equal(label(summer, 'Europe/London'), 'BST');
    assert.equal(label(winter, 'Asia/Tokyo'), 'UTC+9');
    assert.equal(label(winter, 'Asia/Kathmandu'), 'UTC+5:45');
    assert.equal(label(winter, 'UTC'), 'UTC');
  });
  it('shows the same whatever zones were asked for before', () => {
    const at = new Date('2026-07-01T12:00:00Z');
    const all = () => zoneNames().map((name) => shortTime(at, name));
    const first = all();
    assert.deepEqual(all(), first);
    assert.equal(new Set(first.map((time) => time.slice(11, 16))).size > 20, true);
  });

  it('tells both times of the hour that is twice apart', () => {
    const wall = { year: 2026, month: 10, day: 25, hour: 2, minute: 30 };
    assert.deepEqual(
      momentsOf(wall, berlin).map((at) => shortTime(at, berlin)),
      ['2026-10-25 02:30 CEST', '2026-10-25 02:30 CET'],
    );
  });
  it('shows what each clock shows, over every hour of two changes', () => {
    for (const name of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'UTC']) {
      const zone = findZone(name) ?? UTC;
      for (const day of ['2026-03-28', '2026-10-24', '2026-10-31', '2026-04-04']) {
        for (let quarter = 0; quarter < 4 * 48; quarter += 1) {
          const at = new Date(new Date(`${day}T00:00Z`).getTime() + quarter * 900_000);
          assert.ok(
            momentsOf(wallTime(at, zone), zone).some((one) => one.getTime() === at.getTime()),
            `${name} ${at.toISOString()}`,
          );
        }
      }
    }
  });
});

describe('a time zone that is not known', () => {
  it('is suggested by place, and for a slip', () => {
    assert.deepEqual(zonesOfPlace('new york'), ['America/New_York']);
    assert.deepEqual(zonesOfPlace(' BERLIN '), ['Europe/Berlin']);
    assert.deepEqual(zonesOfPlace(''), []);
    assert.equal(zonesLike('Europe/Berlln')[0], 'Europe/Berlin');
    assert.equal(zonesLike('Germany/Berlin')[0], 'Europe/Berlin');
    assert.equal(zonesLike('Amercia/New York')[0], 'America/New_York');
    assert.deepEqual(zonesLike(''), []);
    assert.deepEqual(zonesLike('../../etc/passwd'), []);
    assert.ok(zonesLike('x'.repeat(1_000_000)).length <= 3);
  });
});
