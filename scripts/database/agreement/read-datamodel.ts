import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prismaEnv } from '../../setup/generate-if-stale.mjs'
import { root } from '../../setup/root.mjs'
import { runCommand } from '../../setup/run-command.mjs'

/** The part of Prisma's data model that has a counterpart in SQL. */
export interface DataModel {
  enums: { name: string; dbName: string | null; values: { name: string; dbName: string | null }[] }[]
  models: Model[]
  indexes: { model: string; type: 'id' | 'unique' | 'normal'; fields: { name: string }[] }[]
}

export interface Model {
  name: string
  dbName: string | null
  fields: Field[]
}

export interface Field {
  name: string
  dbName?: string | null
  kind: 'scalar' | 'enum' | 'object'
  type: string
  nativeType?: [name: string, args: string[]] | null
  isList: boolean
  isRequired: boolean
  isId: boolean
  default?: unknown
  relationName?: string
  relationFromFields?: string[]
  relationToFields?: string[]
  relationOnDelete?: string
}

/** Prisma's data model of prisma/schema.prisma. The generated client has neither column types nor indexes. */
export async function readDataModel(): Promise<DataModel> {
  const folder = await mkdtemp(join(tmpdir(), 'datamodel-'))
  try {
    const schema = join(folder, 'schema.prisma')
    const output = join(folder, 'datamodel.json')
    const provider = `node ${fileURLToPath(new URL('datamodel-generator.mjs', import.meta.url))}`
    const generator = `generator datamodel {\n  provider = "${provider}"\n  output = "${output}"\n}\n`
    await writeFile(schema, `${await readFile(join(root, 'prisma', 'schema.prisma'), 'utf8')}\n${generator}`)
    const prisma = join(root, 'node_modules', 'prisma', 'build', 'index.js')
    await runCommand(process.execPath, [prisma, 'generate', '--schema', schema, '--generator', 'datamodel'], {
      cwd: root,
      env: await prismaEnv(),
    })
    return JSON.parse(await readFile(output, 'utf8')) as DataModel
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
