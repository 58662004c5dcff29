import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { FilterFields } from '@/components/admin/filter-form'
import { KeptDraft } from '@/components/admin/form/kept-draft'
import { Notice } from '@/components/admin/notice'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import type { Query } from '@/lib/input/read-query'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { readFilterQuery } from '@/lib/signatures/admin/list-query'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { ask } from '../actions'

export const metadata: Metadata = { title: 'New bulk action' }

export default adminPage('bulk.ask', async (staff, { searchParams }) => {
  const [address, petitions] = await Promise.all([searchParams, listPetitionNames()])
  const draft = await findDraft(staff, 'rule', address.draft)
  const opened = readFilterQuery(address)
  const query: Query = draft?.fields ?? address
  const errors = draft?.errors ?? (opened.ok ? {} : opened.errors)
  const chosen = (name: string) => ({ name, defaultValue: [query[name] ?? []].flat()[0] })
  return (
    <>
      <h1>New bulk action</h1>
      <Notice searchParams={searchParams} />
      {Object.keys(errors).length > 0 && (
        <QueryErrorSummary query={query} errors={errors}>
          Part of the rule could not be read. Nothing was counted.
        </QueryErrorSummary>
      )}
      <p>
        The matching signatures are counted first, and you see the exact number and a sample; nothing changes until you
        continue. Alone you can change at most {SOLO_QUOTA} signatures in 24 hours, over all actions together; anything
        beyond that, and every rule that reaches flagged signatures, needs a second person. Holding, releasing and
        removing can be undone for 90 days. What is released or restored begins a minute later, so that it can be taken
        back before it counts.
      </p>
      <form action={ask}>
        <KeptDraft draft={draft} name="rule" />
        <fieldset className="filters">
          <legend>Signatures</legend>
          <FilterFields petitions={petitions} query={query} errors={errors} rule />
        </fieldset>
        <fieldset className="row">
          <legend>Action</legend>
          <label>
            Action{' '}
            <select {...chosen('verb')}>
              <option value="hold">hold for review</option>
              <option value="release">release</option>
              <option value="remove">remove</option>
              <option value="restore">restore</option>
            </select>
          </label>
          <label>
            Reason for removal{' '}
            <select {...chosen('reason')}>
              <option value="fraud">fraudulent</option>
              <option value="duplicate">duplicates</option>
            </select>
          </label>
        </fieldset>
        <button type="submit" className="main">
          Preview
        </button>
      </form>
    </>
  )
})
