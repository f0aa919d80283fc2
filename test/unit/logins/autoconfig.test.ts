import assert from 'node:assert/strict';
import type { MxRecord, SrvRecord } from 'node:dns';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readClientConfig } from '../../../src/logins/autoconfig/client-config.ts';
import { findServers } from '../../../src/logins/autoconfig/find-servers.ts';
import type { Network } from '../../../src/logins/autoconfig/find-servers.ts';
import { publicNetwork } from '../../../src/logins/autoconfig/network.ts';
import { hostName } from '../../../src/logins/autoconfig/offer.ts';
import { isPublic, publicAddress } from '../../../src/logins/autoconfig/public-address.ts';
import { readService } from '../../../src/logins/autoconfig/service-records.ts';

const ADDRESS = 'alice@mail.example';

function configFile({ imap = '', smtp = '', host = 'imap.mail.example', user = '%EMAILADDRESS%' } = {}): string {
  return `<?xml version="1.0"?>
    <clientConfig version="1.1"><emailProvider id="mail.example"><domain>mail.example</domain>
      <incomingServer type="pop3"><hostname>pop.mail.example</hostname><port>995</port><socketType>SSL</socketType>
        <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>
      <incomingServer type="imap"><hostname>${host}</hostname><port>993</port><socketType>SSL</socketType>
        <username>${user}</username>${imap}</incomingServer>
      <outgoingServer type="smtp">
        <hostname>smtp.mail.example</hostname><port>587</port><socketType>STARTTLS</socketType>
        <username>%EMAILADDRESS%</username>${smtp}</outgoingServer>
    </emailProvider></clientConfig>`;
}

const FOUND = {
  imap: { host: 'imap.mail.example', port: 993, security: 'tls' },
  smtp: { host: 'smtp.mail.example', port: 587, security: 'starttls' },
  user: ADDRESS,
};

describe('the file by which a domain names its mail servers', () => {
  it('gives the first servers with IMAP, SMTP, TLS and passwords', () => {
    assert.deepEqual(readClientConfig(configFile(), ADDRESS), FOUND);
    const way = '<authentication>password-cleartext</authentication>';
    assert.deepEqual(
      readClientConfig(configFile({ imap: `<authentication>OAuth2</authentication>${way}` }), ADDRESS),
      FOUND,
    );
    assert.equal(readClientConfig(configFile({ imap: '<authentication>OAuth2</authentication>' }), ADDRESS), null);
    assert.equal(readClientConfig(configFile({ user: '%EMAILLOCALPART%' }), ADDRESS)?.user, 'alice');
  });

  it('gives nothing without TLS, with the login of somebody else, or with what is no name of a host', () => {
    const plain = configFile().replaceAll('SSL', 'plain');
    assert.equal(readClientConfig(plain, ADDRESS), null);
    assert.equal(readClientConfig(configFile({ user: 'bob@mail.example' }), ADDRESS), null);
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      'localhost',
      'a b.example',
      'x/y.example',
      '[::1]',
    ])
      assert.equal(readClientConfig(configFile({ host }), ADDRESS), null, host);
  });

  it('expands and fetches nothing', () => {
    const entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;&x;">]>';
    assert.equal(readClientConfig(entity + configFile({ host: '&x;' }), ADDRESS), null);
    assert.equal(readClientConfig(`<clientConfig>${'<emailProvider>'.repeat(4_000)}`, ADDRESS), null);
  });

  it('is read whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (file, address) => {
        readClientConfig(file, address);
        readClientConfig(configFile({ host: file, user: file, imap: file }), address);
      }),
    );
  });
});

describe('the name of a host', () => {
  it('is one of the Internet, in small letters and ASCII', () => {
    assert.equal(hostName('IMAP.Example.ORG'), 'imap.example.org');
    assert.equal(hostName('imap.example.org.'), 'imap.example.org');
    assert.equal(hostName('post.müller.example'), 'post.xn--mller-kva.example');
  });

  it('is nothing that a resolver takes for an address, nor a name of the inside', () => {
    const others = [
      ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '1.0x7f', '::1', '[::1]', 'fe80::1%eth0'],
      ...[
        'localhost',
        'mail',
        'db.localhost',
        'printer.local',
        'vault.internal',
        'nas.lan',
        'x.home',
        '1.in-addr.arpa',
      ],
      ...[
        '',
        '.',
        'a..b',
        '-a.example',
        'a-.example',
        'user@host.example',
        'host.example:25',
        'a.example/x',
        'a b.example',
      ],
      ...[
        '１２７.０.０.１',
        `${'a'.repeat(64)}.example`,
        `${'a.'.repeat(130)}example`,
        'a.example\u0000',
        'a.example\r\nX',
      ],
    ];
    for (const name of others) assert.equal(hostName(name), null, name);
  });
});

describe('an address that is connected to', () => {
  it('is a public one', () => {
    for (const one of ['8.8.8.8', '1.1.1.1', '193.0.0.1', '2a00:1450:4001::1']) assert.ok(isPublic(one), one);
  });

  it('is none of the inside, in whatever form', () => {
    const inside = [
      ...[
        '127.0.0.1',
        '127.255.0.9',
        '10.1.2.3',
        '172.16.0.1',
        '172.31.9.9',
        '192.168.1.1',
        '169.254.169.254',
        '0.0.0.0',
      ],
      ...['100.64.0.1', '100.127.1.1', '198.18.0.1', '192.0.2.1', '224.0.0.1', '255.255.255.255', '240.0.0.1'],
      ...[
        '::1',
        '::',
        '::ffff:127.0.0.1',
        '::ffff:7f00:1',
        '::127.0.0.1',
        '64:ff9b::7f00:1',
        '2002:7f00:1::',
        '2001::1',
      ],
      ...[
        'fc00::1',
        'fd12:3456::1',
        'fe80::1',
        'fe80::1%eth0',
        'ff02::1',
        '2001:db8::1',
        '2a00:1450::1%eth0',
        'mail.example',
      ],
    ];
    for (const one of inside) assert.ok(!isPublic(one), one);
  });

  it('is looked up once, and none is taken where one of them is inside', async () => {
    let asked = 0;
    const answers = [['193.0.0.1'], ['127.0.0.1']];
    const once = () => Promise.resolve(answers[asked++] ?? []);
    assert.equal(await publicAddress('imap.mail.example', once), '193.0.0.1');
    assert.equal(asked, 1);
    const refused = (addresses: string[]) => publicAddress('imap.mail.example', () => Promise.resolve(addresses));
    await assert.rejects(refused(['193.0.0.1', '10.0.0.1']), { code: 'host-inside' });
    await assert.rejects(refused(['::ffff:10.0.0.1']), { code: 'host-inside' });
    await assert.rejects(refused([]), { code: 'host-unknown' });
    await assert.rejects(
      publicAddress('imap.mail.example', () => Promise.reject(new Error('ENOTFOUND'))),
      { code: 'host-unknown' },
    );
    await assert.rejects(publicAddress('2130706433', once), { code: 'host-no-name' });
    assert.equal(asked, 1);
  });

  it('is asked for a file by https alone, on its usual port, and never inside', async () => {
    const asked: string[] = [];
    const network = publicNetwork((name) => {
      asked.push(name);
      return Promise.resolve(['127.0.0.1']);
    });
    for (const url of [
      'https://mail.example/x',
      'http://mail.example/x',
      'https://mail.example:8443/x',
      'https://127.0.0.1/x',
    ]) {
      assert.equal(await network.text(url), null);
    }
    assert.deepEqual(asked, ['mail.example']);
  });
});

describe('the servers of an address', () => {
  interface Known {
    readonly files?: Readonly<Record<string, string>>;
    readonly services?: Readonly<Record<string, readonly SrvRecord[]>>;
    readonly exchangers?: Readonly<Record<string, readonly MxRecord[]>>;
  }

  function network({ files = {}, services = {}, exchangers = {} }: Known, asked: string[] = []): Network {
    const answer = <T>(name: string, value: T): Promise<T> => {
      asked.push(name);
      return Promise.resolve(value);
    };
    return {
      text: (url) => answer(url, files[url] ?? null),
      services: (name) => answer(name, services[name] ?? []),
      exchangers: (domain) => answer(domain, exchangers[domain] ?? []),
    };
  }

  const record = (name: string, port: number, priority = 0, weight = 0): SrvRecord => ({
    name,
    port,
    priority,
    weight,
  });

  it('are those that the domain publishes, by its own host first', async () => {
    const files = {
      'https://autoconfig.mail.example/mail/config-v1.1.xml': configFile(),
      'https://mail.example/.well-known/autoconfig/mail/config-v1.1.xml': configFile({ host: 'other.mail.example' }),
    };
    assert.deepEqual(await findServers(ADDRESS, network({ files })), FOUND);
  });

  it('are those of its service records where it publishes no file', async () => {
    const services = {
      '_imaps._tcp.mail.example': [record('second.mail.example', 993, 20), record('imap.mail.example', 993, 10)],
      '_submission._tcp.mail.example': [record('smtp.mail.example', 587)],
    };
    assert.deepEqual(await findServers(ADDRESS, network({ services })), FOUND);
  });

  it('are those of the domain of the host that takes its mail', async () => {
    const exchangers = { 'mail.example': [{ exchange: 'mx1.eu.provider.com', priority: 10 }] };
    const files = { 'https://autoconfig.provider.com/mail/config-v1.1.xml': configFile() };
    assert.deepEqual(await findServers(ADDRESS, network({ files, exchangers })), FOUND);
  });

  it('are none where the domain says so, and nobody is told the address', async () => {
    const asked: string[] = [];
    const services = {
      '_imaps._tcp.mail.example': [record('.', 0), record('127.0.0.1', 993), record('x.mail.example', 0)],
    };
    assert.equal(await findServers(ADDRESS, network({ services }, asked)), null);
    assert.ok(asked.length > 4);
    for (const one of asked) assert.ok(!one.includes('alice'), one);
    assert.equal(await findServers('no address', network({})), null);
    assert.equal(await findServers('alice@127.0.0.1', network({}, asked)), null);
  });

  it('take a service by its weight among those of one priority', () => {
    const records = [record('light.mail.example', 993, 1, 1), record('heavy.mail.example', 993, 1, 9)];
    assert.equal(readService(records, 'tls')?.host, 'heavy.mail.example');
  });
});
