import type { Metadata } from 'next'
import { deskPage } from '@/components/admin/desk-page'
import { FilterFields } from '@/components/admin/filter-form'
import { Notice } from '@/components/admin/notice'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { allColumns, type Column, isPersonal, meaningOf } from '@/lib/signatures/export/columns'
import { may } from '@/lib/staff/roles'
import { ask } from '../actions'

export const metadata: Metadata = { title: 'Ask for a file' }

export default deskPage('export.ask', async (staff, { searchParams }) => {
  const [query, petitions] = await Promise.all([searchParams, listPetitionNames()])
  const names = may(staff.role, 'export.personal')
  const chosen = [query.columns ?? []].flat()
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  return (
    <>
      <h1>Ask for a file</h1>
      <Notice searchParams={searchParams} />
      <p>
        The file is counted first and made while you download it. Withdrawn, removed and erased signatures are never in
        it. Each file and each row of it carry a mark that says who asked for it.
      </p>
      <form action={ask}>
        <fieldset className="filters">
          <legend>Which signatures</legend>
          <FilterFields petitions={petitions} query={query} file />
        </fieldset>
        <fieldset className="choices">
          <legend>Columns</legend>
          {allColumns
            .filter((column) => !isPersonal(column))
            .map((column) => (
              <Choice key={column} column={column} chosen={chosen} />
            ))}
        </fieldset>
        {names && (
          <fieldset className="choices">
            <legend>Columns that show who signed</legend>
            <p className="hint">
              A second person has to agree, and the file can be read by one key alone. Only counted and confirmed
              signatures; with addresses, only of those who asked for updates. Signers were promised that addresses are
              never handed over.
            </p>
            {allColumns.filter(isPersonal).map((column) => (
              <Choice key={column} column={column} chosen={chosen} />
            ))}
            <label htmlFor="recipient">age public key of who is to read it</label>
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
          <legend>File</legend>
          <div className="stack">
            <label htmlFor="format">Format</label>
            <select id="format" name="format" defaultValue={text('format') || 'csv'}>
              <option value="csv">CSV, for spreadsheets</option>
              <option value="jsonl">JSON Lines, for programs</option>
            </select>
            <label htmlFor="reason">What it is for (kept in the record; no names)</label>
            <input id="reason" name="reason" required minLength={3} maxLength={300} defaultValue={text('reason')} />
          </div>
        </fieldset>
        <button type="submit" className="main">
          Count them
        </button>
      </form>
    </>
  )
})

function Choice({ column, chosen }: { column: Column; chosen: string[] }) {
  return (
    <label className="choice">
      <input type="checkbox" name="column" value={column} defaultChecked={chosen.includes(column)} />{' '}
      {meaningOf(column)}
    </label>
  )
}
