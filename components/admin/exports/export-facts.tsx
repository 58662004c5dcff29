import { isPersonalColumn } from '@/lib/exports/columns'
import { fingerprintOf } from '@/lib/exports/recipient'
import { recipientOf } from '@/lib/exports/saved-recipients'
import { readFilter } from '@/lib/signatures/admin/filter'
import { zoneName } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { entered } from '../entered'
import { FilterWords } from '../filter-words'
import { PetitionName } from '../petition-name'
import { Time } from '../time'
import { t, tOf } from '../words'

/** The content of a file, and who can decrypt it. */
export interface OrderedFile {
  petition: string
  rows: number
  filter: Record<string, string>
  /** The time zone of its days. */
  zone: string
  columns: string[]
  format: string
  recipient: string | null
}

/** Describes a file as a list of terms: before it is requested, while it waits for approval, and afterwards. */
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
      <dt>{t('exports.daysAre')}</dt>
      <dd>{zoneName(file.zone, readerLanguage())}</dd>
      <dt>{t('exports.format')}</dt>
      <dd>{file.format === 'csv' ? t('exports.csv') : t('exports.jsonLines')}</dd>
      <dt>{t('exports.whoCanOpen')}</dt>
      <dd>{file.recipient ? <Recipient age={file.recipient} /> : t('exports.onlyRequesterDownloads')}</dd>
    </>
  )
}

/** A recipient's public key: its saved name, its fingerprint, which two people can compare aloud, and the whole key. */
export async function Recipient({ age }: { age: string }) {
  const saved = await recipientOf(age)
  const until = saved?.anotherUntil
  return (
    <>
      {saved ? (
        <p>
          {t.rich('exports.savedAs', {
            name: () => (
              <strong>
                <bdi>{saved.name}</bdi>
              </strong>
            ),
            addedBy: entered(saved.addedBy),
            files: saved.files,
            time: () => <Time at={saved.addedAt} zone />,
          })}
        </p>
      ) : (
        <p>{t('exports.notSaved')}</p>
      )}
      {until && (
        <p>
          <strong>{t.rich('exports.anotherKeyUntil', { time: () => <Time at={until} zone /> })}</strong>
        </p>
      )}
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
