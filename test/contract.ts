import { Ajv2020 } from 'ajv/dist/2020.js'

/** The parts of the document that an answer is checked against. */
interface Documented {
  paths: Record<string, Record<string, DocumentedOperation>>
  components: { schemas: Record<string, object> }
}

export interface DocumentedOperation {
  operationId: string
  responses: Record<string, { headers: Record<string, { schema: { const?: string } }>; content: Content }>
  requestBody?: { content: Content }
  'x-example'?: { path: string; body?: Record<string, unknown>; status: number }
}

type Content = Record<string, { schema?: object; example?: unknown }>

/**
 * Checks values against the schemas of a document with a validator that had no part in making them. Beyond what the
 * document promises, an object holds nothing that is not described.
 * @returns a function that says what is wrong with a value, or null
 */
export function contractOf(document: Documented) {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false, allowUnionTypes: true })
  ajv.addKeyword('components')
  const schemas = closed(document.components.schemas) as object
  return (schema: object, value: unknown): string | null => {
    const whole = { ...(closed(schema) as object), components: { schemas } }
    const check = ajv.compile(whole)
    return check(value) ? null : ajv.errorsText(check.errors)
  }
}

/** The same schema, where an object holds nothing that is not described. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  const open = !('properties' in schema) || typeof schema.properties !== 'object' || 'additionalProperties' in schema
  return open ? inner : { ...inner, additionalProperties: false }
}
