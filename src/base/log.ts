import { Writable } from 'node:stream';
import winston from 'winston';
import { DatabaseAwayError, errorCode, errorText } from './errors.ts';

/**
 * Where the program says what it does. Messages are constants (one line to search for), facts are fields; a body, a
 * subject, an address or a secret never stands in either above debug.
 */
export interface Log {
  readonly debug: (message: string, fields?: LogFields) => void;
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  readonly error: (message: string, fields?: LogFields) => void;
}

/**
 * Facts by name, snake_case. An Error under any name is written as its message, code and causes (and stack at debug).
 */
export type LogFields = Readonly<Record<string, unknown>>;

/** @internal Exported for tests that make one. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
/** @internal Exported for tests that make one. */
export type LogFormat = 'json' | 'text';

export interface LogOptions {
  readonly level: LogLevel;
  /** `json`: one object a line, for collectors. `text`: one line for people. */
  readonly format: LogFormat;
  /** Where lines go; standard error unless told, since standard output belongs to the commands. */
  readonly stream?: NodeJS.WritableStream;
}

/** The program's log, on winston. A line is written before the call returns, as far as the stream does. */
export function createLog(options: LogOptions): Log {
  const { combine, timestamp, json, printf } = winston.format;
  const plain = winston.format((info) => plainErrors(info, options.level === 'debug'))();
  const logger = winston.createLogger({
    level: options.level,
    levels: { error: 0, warn: 1, info: 2, debug: 3 },
    format: combine(plain, timestamp(), options.format === 'json' ? json() : printf(textLine)),
    exitOnError: false,
  });
  const transport: unknown = new winston.transports.Stream({ stream: options.stream ?? process.stderr, eol: '\n' });
  if (isTransport(transport)) logger.add(transport);
  const write =
    (level: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      // winston takes `level` and `message` from the same object: a field of that name must not replace them.
      logger.log({ ...renamed(fields), level, message });
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/**
 * winston's declarations give its transports a base class apart from the one that `add` takes; this looks at the value.
 */
function isTransport(value: unknown): value is winston.transport {
  return typeof value === 'object' && value !== null && 'log' in value && 'write' in value;
}

/** A log whose every line carries `fields` too; the fields of a single line win. */
export function withFields(log: Log, fields: LogFields): Log {
  return {
    debug: (message, more) => log.debug(message, { ...fields, ...more }),
    info: (message, more) => log.info(message, { ...fields, ...more }),
    warn: (message, more) => log.warn(message, { ...fields, ...more }),
    error: (message, more) => log.error(message, { ...fields, ...more }),
  };
}

/**
 * Says what a piece of work could not do, with what was thrown under `error`. While the database is away everything
 * fails, for one reason that was said already: then at debug.
 */
export function logTrouble(
  log: Log,
  message: string,
  error: unknown,
  fields: LogFields = {},
  level: 'warn' | 'error' = 'warn',
): void {
  if (error instanceof DatabaseAwayError) log.debug(message, { ...fields, error });
  else log[level](message, { ...fields, error: level === 'warn' ? errorText(error) : error });
}

/** A log that says nothing, for tests and commands that speak for themselves. */
export function silentLog(): Log {
  return createLog({
    level: 'error',
    format: 'text',
    stream: new Writable({ write: (_chunk, _encoding, done) => done() }),
  });
}

function renamed(fields: LogFields): LogFields {
  if (!('level' in fields) && !('message' in fields) && !('timestamp' in fields)) return fields;
  const { level, message, timestamp, ...rest } = fields;
  return {
    ...rest,
    ...(level === undefined ? {} : { field_level: level }),
    ...(message === undefined ? {} : { field_message: message }),
    ...(timestamp === undefined ? {} : { field_timestamp: timestamp }),
  };
}

function plainErrors(info: winston.Logform.TransformableInfo, withStack: boolean): winston.Logform.TransformableInfo {
  for (const [name, value] of Object.entries(info)) {
    if (value instanceof Error) info[name] = describeError(value, withStack);
    else if (typeof value === 'bigint') info[name] = String(value);
  }
  return info;
}

/** An error as a value for the log: `message`, `code`, the chain of causes, and the stack where asked for. */
function describeError(error: Error, withStack: boolean, depth = 0): Record<string, unknown> {
  const code = errorCode(error);
  return {
    name: error.name,
    message: error.message,
    ...(code === '' ? {} : { code }),
    ...(withStack && error.stack !== undefined ? { stack: error.stack } : {}),
    ...(error.cause instanceof Error && depth < 4 ? { cause: describeError(error.cause, false, depth + 1) } : {}),
  };
}

/** `2026-01-31T12:00:00.000Z info  Account connected account=support uid=7` */
function textLine(info: winston.Logform.TransformableInfo): string {
  const { level, message, timestamp, ...fields } = info;
  const facts = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${textValue(value)}`);
  return `${String(timestamp)} ${level.padEnd(5)} ${textValue(message, true)}${facts.join('')}`;
}

/**
 * Bare where nothing in it could be mistaken for another field or another line; else as JSON, which escapes controls.
 */
function textValue(value: unknown, isMessage = false): string {
  if (typeof value === 'string') {
    return (isMessage ? /^[^\p{C}\p{Zl}\p{Zp}]*$/u : /^[^\s\p{C}"=]+$/u).test(value) ? value : JSON.stringify(value);
  }
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return JSON.stringify(value);
}
