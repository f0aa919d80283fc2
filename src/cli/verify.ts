import { compareExports, verifyExport, type Verified } from '../archive/verify.ts';
import { publicKeyOf } from '../bridge/signing.ts';
import { printable } from '../inspect/page.ts';
import { CONFIG_OPTION, EXIT, readArgsAndFiles, readConfig, UsageError, type Command } from './command.ts';

const OPTIONS = { ...CONFIG_OPTION, key: { type: 'string' } } as const;

/** `mailroom verify` */
export const verifyCommand: Command = {
  summary: 'check an export against its manifest, or compare two',
  help: `Usage: mailroom verify [--key KEY | --config FILE] FOLDER [FOLDER]

Reads every mail of an export again and says whether it is the one of the manifest, whether all are there, and whether
the manifest is the one that was signed; of an export in JSON, its descriptions and files too. Of two exports, in
whatever formats, it says how many mails they have in common, and whether these stand in the same conversations.
Nothing is changed.

      --key KEY       the public key that must have signed, as "mailroom export" said it
  -c, --config FILE   the config whose secret, or one of whose old ones, must have signed

Without either, whose key it is has not been checked, and is said. Exit codes: 0 all is as the manifest says (and both
hold the same mails in the same conversations), 1 something is not.
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, OPTIONS);
    if (files.length === 0 || files.length > 2) throw new UsageError('Which export? One folder, or two to compare');
    const config = values.config === undefined ? null : readConfig(io, values.config);
    const keys = [
      ...(values.key === undefined ? [] : [values.key.toLowerCase()]),
      ...(config === null ? [] : [config.secret, ...config.oldSecrets].map(publicKeyOf)),
    ];
    const all: Verified[] = [];
    let failed = false;
    for (const folder of files) {
      const verified = await verifyExport(folder);
      all.push(verified);
      const isOurs = keys.length === 0 || keys.includes(verified.signed.key);
      failed ||= !isOurs || verified.faults.length > 0;
      io.out(printable(textOf(folder, verified, signedBy(verified.signed, keys.length === 0 ? null : isOurs))));
    }
    const [first, second] = all;
    if (first === undefined || second === undefined) return failed ? EXIT.failed : EXIT.ok;
    const common = compareExports(first.held, second.held);
    const asRead = common.asRead === 0 ? '' : ` (${common.asRead} of them but for a line end that an mbox adds)`;
    io.out(
      `${common.both} mails in both${asRead}, ${common.first} only in the first, ` +
        `${common.second} only in the second; ` +
        `${common.same} conversations the same, ${common.others} not\n`,
    );
    return failed || common.first + common.second + common.others > 0 ? EXIT.failed : EXIT.ok;
  },
};

/** @param isOurs null where nobody said which key it should be */
function signedBy({ key, good }: Verified['signed'], isOurs: boolean | null): string {
  // Anybody can write any key beside a signature.
  if (!good) return `not signed by ${key}, though it says so`;
  if (isOurs === null) return `signed by ${key}, whose key was not checked`;
  return isOurs ? `signed by ${key}` : `signed by ${key}, which is another key`;
}

function textOf(folder: string, { mails, missing, composed, internal, faults }: Verified, whose: string): string {
  const lines = [
    `${folder}: ${mails} mails as the manifest has them, ${missing} that it only names`,
    ...(composed === 0 ? [] : [`  ${composed} of them composed, ${internal} of these said inside`]),
    `  ${whose}`,
    ...faults.map((fault) => `  ${fault.replaceAll('\n', ' ')}`),
  ];
  return `${lines.join('\n')}\n`;
}
