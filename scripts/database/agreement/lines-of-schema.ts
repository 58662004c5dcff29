import { linesOfLinkTables } from './lines-of-link-tables'
import type { DataModel, Field, Model } from './read-datamodel'

/** The schema as Prisma parsed it, one fact per line, in the format of `linesOfDatabase`. */
export function linesOfSchema(datamodel: DataModel): string[] {
  const { enums, models, indexes } = datamodel
  const enumNames = new Map(enums.map(({ name, dbName }) => [name, dbName ?? name]))
  const byName = new Map(models.map((model) => [model.name, model]))
  return [
    ...linesOfLinkTables(datamodel, sqlType),
    ...enums.map(
      ({ name, dbName, values }) => `enum ${dbName ?? name}: ${values.map((v) => v.dbName ?? v.name).join(', ')}`,
    ),
    ...models.flatMap((model) => [
      ...model.fields.filter(({ kind }) => kind !== 'object').map((field) => column(model, field, enumNames)),
      ...model.fields.flatMap((field) => foreignKey(model, field, byName)),
    ]),
    ...indexes.map(({ model: name, type, fields }) => {
      const model = modelOf(byName, name)
      const kind = { id: 'primary key', unique: 'unique', normal: 'index' }[type]
      return `${kind} ${table(model)} (${columns(
        model,
        fields.map((field) => field.name),
      )})`
    }),
  ].sort()
}

function column(model: Model, field: Field, enumNames: Map<string, string>): string {
  const type = `${field.kind === 'enum' ? enumNames.get(field.type) : sqlType(field)}${field.isList ? '[]' : ''}`
  // Prisma leaves a list nullable and reads NULL as empty.
  const required = field.isRequired && !field.isList ? ' not null' : ''
  return `column ${table(model)}.${field.dbName ?? field.name}: ${type}${required}${isSetByDatabase(field) ? ' default' : ''}`
}

function isSetByDatabase({ default: value }: Field): boolean {
  if (value === undefined) return false
  const by = typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : 'value'
  return !['uuid', 'cuid', 'nanoid', 'ulid'].includes(by)
}

/** PostgreSQL's own names, as `format_type` gives them. */
const types: Record<string, string> = {
  String: 'text',
  Boolean: 'boolean',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  DateTime: 'timestamp(3) without time zone',
  Json: 'jsonb',
  Bytes: 'bytea',
  Uuid: 'uuid',
  Date: 'date',
  SmallInt: 'smallint',
  Char: 'character(N)',
  VarChar: 'character varying(N)',
  Timestamptz: 'timestamp(N) with time zone',
  Decimal: 'numeric(N)',
}

function sqlType({ name, type, nativeType }: Field): string {
  const found = types[nativeType?.[0] ?? type]
  if (!found) throw new Error(`${name}: add the type ${nativeType?.[0] ?? type} to lines-of-schema.ts`)
  return found.replace('N', nativeType?.[1].join(',') ?? '')
}

function foreignKey(model: Model, field: Field, byName: Map<string, Model>): string[] {
  const { relationFromFields: from = [], relationToFields: to = [], relationOnDelete } = field
  if (from.length === 0) return []
  const target = modelOf(byName, field.type)
  const onDelete = relationOnDelete ?? (field.isRequired ? 'Restrict' : 'SetNull')
  return [
    `foreign key ${table(model)} (${columns(model, from)}) to ${table(target)} (${columns(target, to)}) on delete ${onDelete}`,
  ]
}

function modelOf(byName: Map<string, Model>, name: string): Model {
  const model = byName.get(name)
  if (!model) throw new Error(`no model ${name}`)
  return model
}

function table({ name, dbName }: Model): string {
  return dbName ?? name
}

function columns({ fields }: Model, names: string[]): string {
  return names.map((name) => fields.find((field) => field.name === name)?.dbName ?? name).join(', ')
}
