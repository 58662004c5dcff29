import type { DataModel, Field, Model } from './read-datamodel'

/**
 * Prisma's tables for many-to-many relations, which the schema does not name: `_Relation`, with columns `A` and `B`
 * that point to the two models in alphabetical order.
 */
export function linesOfLinkTables({ models }: DataModel, sqlType: (field: Field) => string): string[] {
  const lists = models.flatMap((model) =>
    model.fields.filter(({ kind, isList }) => kind === 'object' && isList).map((field) => ({ model, field })),
  )
  const links = lists.filter(({ model, field }) =>
    lists.some(
      (other) =>
        other.field.relationName === field.relationName &&
        other.model.name === field.type &&
        other.field.type === model.name,
    ),
  )
  const names = new Set(links.map(({ field }) => field.relationName))
  return [...names].flatMap((name) => {
    const table = `_${name}`
    const sides = links.filter(({ field }) => field.relationName === name).map(({ model }) => model)
    const [a, b] = sides.sort((x, y) => x.name.localeCompare(y.name, 'en'))
    return [
      ...end(table, 'A', a, sqlType),
      ...end(table, 'B', b, sqlType),
      `primary key ${table} (A, B)`,
      `index ${table} (B)`,
    ]
  })
}

function end(table: string, column: string, model: Model | undefined, sqlType: (field: Field) => string): string[] {
  const id = model?.fields.find(({ isId }) => isId)
  if (!model || !id) throw new Error(`${table}: a relation with lists on both sides needs models with one @id`)
  return [
    `column ${table}.${column}: ${sqlType(id)} not null`,
    `foreign key ${table} (${column}) to ${model.dbName ?? model.name} (${id.dbName ?? id.name}) on delete Cascade`,
  ]
}
