/** The document of the HTTP interface (OpenAPI 3.1), made of the table of operations. */
import { z } from 'zod';
import { OPERATIONS } from './operations.ts';
import type { Operation } from './operations.ts';
import { schemas } from './schemas.ts';

const ERRORS: Readonly<Record<string, string>> = {
  '400': 'M_INVALID_PARAM: something in the request is not as it should be.',
  '401': 'M_MISSING_TOKEN or M_UNKNOWN_TOKEN.',
  '404': 'M_NOT_FOUND: it is not there. M_UNRECOGNIZED: there is no such address.',
  '429': 'M_LIMIT_EXCEEDED: too many requests; Retry-After says when to come back.',
};

export function openApiDocument(): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mailroom',
      version: '1',
      description:
        'What operators can see and do from outside of Matrix. It listens where `provisioning.listen` says, once `provisioning.token` is set.',
    },
    security: [{ token: [] }],
    paths: Object.fromEntries(OPERATIONS.map((one) => [one.path, { [one.method.toLowerCase()]: described(one) }])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: jsonSchema(schemas.error, 'output') },
    },
  };
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
    responses: {
      '200': { description: 'Done.', content: json(jsonSchema(one.result, 'output')) },
      ...Object.fromEntries(errors),
    },
  };
}

const object = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

function parameters(one: Operation): Record<string, unknown>[] {
  const { properties, required } = object.parse(jsonSchema(one.input, 'input'));
  return Object.entries(properties).map(([name, { description, ...schema }]) => {
    const inPath = one.path.includes(`{${name}}`);
    return {
      name,
      in: inPath ? 'path' : 'query',
      required: inPath || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema,
    };
  });
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, reused: 'inline' });
  return rest;
}

function json(schema: unknown): Record<string, unknown> {
  return { 'application/json': { schema } };
}
