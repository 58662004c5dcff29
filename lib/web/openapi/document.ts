import { z } from 'zod'
import { env } from '@/lib/env'
import { locales } from '@/messages/translator'
import { type AnswerName, answerSchemas } from './answers'
import { bodySchemas } from './bodies'
import { errorCodes, fieldCodes } from './error-codes'
import type { DocumentedAnswer, Operation } from './operation'
import { operations } from './operations'
import { describeWebhooks, webhookRules } from './webhooks'

/** The interface in OpenAPI 3.1, made from the schemas that read the forms and describe the answers. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) }
  }
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'The coalition’s petitions',
      version: '1',
      summary: 'Read, sign, check.',
      description: [...rules, ...webhookRules].join('\n\n'),
    },
    servers: [{ url: env().SITE_URL }],
    externalDocs: { description: 'For people, in many languages', url: `${env().SITE_URL}/en/developers` },
    tags,
    paths,
    webhooks: describeWebhooks(),
    components: { schemas: { ...answers(), ...bodySchemas() } },
    'x-error-codes': errorCodes,
    'x-field-codes': fieldCodes,
  }
}

/** Rules that hold for the whole interface; code is between backquotes. */
export const rules = [
  'Everything here is public, and nothing here tells who signed.',
  'Within version 1, addresses, fields and codes stay; fields, codes and addresses may be added, so ignore what you do not know.',
  'A program that sends JSON, or asks for it (`Accept: application/json`), gets JSON. A form of a browser (`Accept: text/html`) is answered with 303 to a page instead; a GET of an address that takes forms leads a browser to its page and answers a program with 405.',
  'Scripts of any site may read the public figures (`Access-Control-Allow-Origin: *`). No script of another site can read the answer to a form: it could otherwise spend tokens and read sessions for whoever runs it. A form in the markup of another site may post all the same.',
]

const tags = [
  { name: 'read', description: 'Read: petitions and counts' },
  { name: 'sign', description: 'Sign, confirm, withdraw' },
  { name: 'own', description: 'What is held about a signer' },
  { name: 'coalition', description: 'Join, and co-sign letters' },
  { name: 'site', description: 'Files, updates, and this document' },
] satisfies { name: Operation['tag']; description: string }[]

function answers(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(answerSchemas)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: refTo })
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]))
}

const refTo = (name: string) => `#/components/schemas/${name}`

function describeOperation(operation: Operation) {
  const { id, tag, path, summary, description, body, raw, example } = operation
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const locale = { name: 'locale', in: 'query', schema: { type: 'string', enum: locales, default: 'en' } }
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    parameters: operation.byLocale ? [...named, locale] : named,
    ...(body ? { requestBody: requestBody(refTo(body), example?.body) } : {}),
    ...(raw ? { requestBody: { required: true, content: { [raw]: {} } } } : {}),
    responses: Object.fromEntries(
      Object.entries(operation.answers).map(([status, answer]) => [
        status,
        response(operation, Number(status), answer),
      ]),
    ),
    ...(example ? { 'x-example': example } : {}),
  }
}

function requestBody(ref: string, example: unknown) {
  const schema = { $ref: ref }
  const types = ['application/x-www-form-urlencoded', 'multipart/form-data']
  return {
    required: true,
    content: {
      'application/json': { schema, ...(example ? { example } : {}) },
      ...Object.fromEntries(types.map((type) => [type, { schema }])),
    },
  }
}

function response({ open, cache }: Operation, status: number, answer: DocumentedAnswer) {
  const { description, schema, codes, type, example } = answer
  const alternatives = [...(schema ? [ref(schema)] : []), ...(codes ? [errorSchema(codes)] : [])]
  const content = type
    ? { [type]: {} }
    : {
        'application/json': {
          schema: alternatives.length === 1 ? alternatives[0] : { anyOf: alternatives },
          ...(example === undefined ? {} : { example }),
        },
      }
  const always = (value: string) => ({ schema: { type: 'string', const: value } })
  const headers = {
    ...(status < 400 ? { 'Cache-Control': always(cache) } : {}),
    ...(open ? { 'Access-Control-Allow-Origin': always('*') } : {}),
    ...(status === 429 || status === 503 ? { 'Retry-After': { schema: { type: 'integer' } } } : {}),
  }
  return { description, headers, content }
}

const ref = (name: AnswerName) => ({ $ref: refTo(name) })

function errorSchema(codes: [string, ...string[]] | string[]) {
  const { $schema: _, ...schema } = z.toJSONSchema(z.object({ error: z.enum(codes) }), { io: 'input' })
  return schema
}
