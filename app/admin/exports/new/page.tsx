import { adminPage } from '@/components/admin/admin-page'
import { FilterFields } from '@/components/admin/filter-form'
import { KeptDraft } from '@/components/admin/form/kept-draft'
import { NoPetitions } from '@/components/admin/no-petitions'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { t, tOf } from '@/components/admin/words'
import { allColumns, type Column, isPersonal } from '@/lib/exports/columns'
import { EXPORT_FORM } from '@/lib/exports/reviewed-order'
import type { Query } from '@/lib/input/read-query'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { readFilterQuery } from '@/lib/signatures/admin/list-query'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { timeIn, zoneName } from '@/lib/text/time-zone'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { preview } from '../actions'

const DAY = 86_400_000

export default adminPage('export.ask', async (staff, { searchParams }) => {
  const [address, petitions] = await Promise.all([searchParams, listPetitionNames()])
  const draft = await findDraft(staff, EXPORT_FORM, address.draft)
  const query: Query = draft?.fields ?? address
  const read = readFilterQuery(draft ? partsOf(draft.fields) : address)
  const names = may(staff.role, 'export.personal')
  const chosen = draft?.fields.column?.split(' ') ?? []
  const zone = await readerZone()
  const midnight = timeIn(new Date(Math.floor(Date.now() / DAY) * DAY), zone).slice(11)
  const text = (name: string) => draft?.fields[name] ?? ''
  if (petitions.length === 0)
    return (
      <>
        <PageHeading>{t('exports.requestAnExport')}</PageHeading>
        <NoPetitions staff={staff} />
      </>
    )
  return (
    <>
      <PageHeading>{t('exports.requestAnExport')}</PageHeading>
      <Notice searchParams={searchParams} />
      {!read.ok && (
        <QueryErrorSummary query={query} errors={read.errors}>
          {t('exports.partOfTheFilter')}
        </QueryErrorSummary>
      )}
      <p>{t('exports.theSignaturesAreCounted')}</p>
      <form action={preview}>
        <KeptDraft draft={draft} name={EXPORT_FORM} />
        <fieldset className="filters">
          <legend>{t('common.signatures')}</legend>
          {zone !== 'UTC' && (
            <p className="hint">{t('exports.daysBeginAt', { time: midnight, zone: zoneName(zone) })}</p>
          )}
          <FilterFields petitions={petitions} query={query} errors={read.ok ? {} : read.errors} file />
        </fieldset>
        <fieldset className="choices">
          <legend>{t('exports.columns')}</legend>
          {allColumns
            .filter((column) => !isPersonal(column))
            .map((column) => (
              <Choice key={column} column={column} chosen={chosen} />
            ))}
        </fieldset>
        {names && (
          <fieldset className="choices">
            <legend>{t('exports.columnsThatRevealWho')}</legend>
            <p className="hint">{t('exports.aSecondPersonMust')}</p>
            {allColumns.filter(isPersonal).map((column) => (
              <Choice key={column} column={column} chosen={chosen} />
            ))}
            <label htmlFor="recipient">{t('exports.agePublicKeyOf')}</label>
            <input
              id="recipient"
              name="recipient"
              defaultValue={text('recipient')}
              maxLength={3000}
              spellCheck={false}
              autoComplete="off"
            />
          </fieldset>
        )}
        <fieldset>
          <legend>{t('exports.file')}</legend>
          <div className="stack">
            <label htmlFor="format">{t('exports.format')}</label>
            <select id="format" name="format" defaultValue={text('format') || 'csv'}>
              <option value="csv">{t('exports.csvForSpreadsheets')}</option>
              <option value="jsonl">{t('exports.jsonLinesForPrograms')}</option>
            </select>
            <label htmlFor="reason">{t('exports.purposeLoggedNoNames')}</label>
            <input id="reason" name="reason" required minLength={3} maxLength={300} defaultValue={text('reason')} />
          </div>
        </fieldset>
        <button type="submit" className="main">
          {t('common.preview')}
        </button>
      </form>
    </>
  )
})

/** What was typed, as far as it says which signatures. */
function partsOf({ column: _, format: __, recipient: ___, reason: ____, ...parts }: Record<string, string>) {
  return parts
}

function Choice({ column, chosen }: { column: Column; chosen: string[] }) {
  return (
    <label className="choice">
      <input type="checkbox" name="column" value={column} defaultChecked={chosen.includes(column)} />{' '}
      {tOf('column', column) ?? column}
    </label>
  )
}
