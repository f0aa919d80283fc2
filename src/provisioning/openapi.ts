/** The document of the HTTP interface (OpenAPI 3.1), made of the table of operations. */
import { z } from 'zod';
import { OPERATIONS } from './operations.ts';
import type { Operation } from '../operations/operation.ts';
import { errorSchema } from '../operations/schemas.ts';

const ERRORS: Readonly<Record<string, string>> = {
  '400':
    'M_INVALID_PARAM: something in the request is not as it should be, or cannot be done as things stand. ' +
    'M_NOT_JSON: its body is no JSON object.',
  '401': 'M_MISSING_TOKEN or M_UNKNOWN_TOKEN.',
  '403': 'M_FORBIDDEN: whoever is named may not do this.',
  '404': 'M_NOT_FOUND: it is not there. M_UNRECOGNIZED: there is no such address.',
  '413': 'M_TOO_LARGE: the body is larger than a megabyte.',
  '429': 'M_LIMIT_EXCEEDED: too many requests; Retry-After says when to come back.',
};

export function openApiDocument(): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mailroom',
      version: '1',
      description:
        'What operators can see and do from outside of Matrix. It listens where `provisioning.listen` says, once ' +
        '`provisioning.token` is set.',
    },
    security: [{ token: [] }],
    paths: paths(),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: jsonSchema(errorSchema, 'output') },
    },
  };
}

/** A path can have an operation for each method. */
function paths(): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {};
  for (const one of OPERATIONS) {
    found[one.path] = { ...found[one.path], [one.method.toLowerCase()]: described(one) };
  }
  return found;
}

function described(one: Operation): Record<string, unknown> {
  const errors = Object.entries(ERRORS).map(([status, description]) => [
    status,
    { description, content: json({ $ref: '#/components/schemas/Error' }) },
  ]);
  return {
    operationId: one.id,
    summary: one.summary,
    parameters: parameters(one),
    ...body(one),
    responses: {
      '200': { description: 'Done.', content: content(one) },
      ...Object.fromEntries(errors),
    },
  };
}

const object = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

function parameters(one: Operation): Record<string, unknown>[] {
  const { properties, required } = inputOf(one);
  return Object.entries(properties).flatMap(([name, { description, ...schema }]) => {
    const inPath = isInPath(one, name);
    if (!inPath && one.method === 'POST') return [];
    const needed = inPath || required.includes(name);
    const about = description === undefined ? {} : { description };
    return [{ name, in: inPath ? 'path' : 'query', required: needed, ...about, schema }];
  });
}

function body(one: Operation): Record<string, unknown> {
  const { properties, required } = inputOf(one);
  const inBody = Object.entries(properties).filter(([name]) => one.method === 'POST' && !isInPath(one, name));
  if (inBody.length === 0) return {};
  const needed = required.filter((name) => inBody.some(([of]) => of === name));
  const schema = {
    type: 'object',
    properties: Object.fromEntries(inBody),
    ...(needed.length === 0 ? {} : { required: needed }),
  };
  return { requestBody: { required: needed.length > 0, content: json(schema) } };
}

function content({ media, result }: Operation): Record<string, unknown> {
  return media === undefined ? json(jsonSchema(result, 'output')) : { [media]: {} };
}

/** The fields of an operation's input as JSON Schema has them. */
export function inputOf(one: Pick<Operation, 'input'>) {
  return object.parse(jsonSchema(one.input, 'input'));
}

function isInPath({ path }: Operation, name: string): boolean {
  return path.includes(`{${name}}`);
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, reused: 'inline' });
  return rest;
}

function json(schema: unknown): Record<string, unknown> {
  return { 'application/json': { schema } };
}
