import type { ReactNode } from 'react'
import { isPersonalColumn } from '@/lib/exports/columns'
import { fingerprintOf } from '@/lib/exports/recipient'
import { readFilter } from '@/lib/signatures/admin/filter'
import { FilterWords } from './filter-words'
import { PetitionName } from './petition-name'
import { t, tOf } from './words'

/** What a file is to hold, and who can open it. */
export interface OrderedFile {
  petition: string
  rows: number
  filter: Record<string, string>
  columns: string[]
  format: string
  recipient: string | null
}

/** The same in words, for a list of terms: before it is requested, while it waits for a second person, and afterwards. */
export function ExportFacts({ file, counted }: { file: OrderedFile; counted: string }) {
  const read = readFilter(file.filter)
  return (
    <>
      <dt>{t('common.petition')}</dt>
      <dd>
        <PetitionName slug={file.petition} />
      </dd>
      <dt>{counted}</dt>
      <dd>{file.rows.toLocaleString('en')}</dd>
      <dt>{t('exports.which')}</dt>
      <dd>
        <p>{t(file.columns.some(isPersonalColumn) ? 'exports.countedAndConfirmed' : 'exports.allButRemoved')}</p>
        {read.ok ? <FilterWords filter={read.filter} /> : t('bulk.cannotBeReadAny')}
      </dd>
      <dt>{t('exports.columns')}</dt>
      <dd>
        <ul className="plain">
          {[...file.columns, 'mark'].map((column) => (
            <li key={column}>{tOf('column', column) ?? column}</li>
          ))}
        </ul>
      </dd>
      <dt>{t('exports.format')}</dt>
      <dd>{file.format === 'csv' ? t('exports.csv') : t('exports.jsonLines')}</dd>
      <dt>{t('exports.whoCanOpen')}</dt>
      <dd>{file.recipient ? <Recipient age={file.recipient} /> : t('exports.onlyRequesterDownloads')}</dd>
    </>
  )
}

/** A reader's public key: its fingerprint, which two people can compare aloud, and the whole of it. */
export function Recipient({ age }: { age: string }): ReactNode {
  return (
    <>
      <p>{t('exports.readerOfKey')}</p>
      <p>
        {t.rich('exports.fingerprint', {
          fingerprint: fingerprintOf(age),
          code: (inner) => <code>{inner}</code>,
        })}
      </p>
      <p className="hint">{t('exports.compareFingerprint')}</p>
      <details>
        <summary>{t('exports.wholeKey')}</summary>
        <code>{age}</code>
      </details>
    </>
  )
}
