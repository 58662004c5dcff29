import type { Metadata } from 'next'
import { deskPage } from '@/components/admin/desk-page'
import { FilterFields } from '@/components/admin/filter-form'
import { Notice } from '@/components/admin/notice'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { ask } from '../actions'

export const metadata: Metadata = { title: 'Act by a rule' }

export default deskPage('bulk.ask', async (_, { searchParams }) => {
  const [query, petitions] = await Promise.all([searchParams, listPetitionNames()])
  return (
    <>
      <h1>Act by a rule</h1>
      <Notice searchParams={searchParams} />
      <p>
        First the signatures of the rule are counted and you see the exact number and some of them; nothing is changed
        before you go on. Alone you act on at most {SOLO_QUOTA} signatures in 24 hours, all verbs and parts added up;
        more than that, and every rule that reaches signatures with reasons for doubt, takes a second person. Everything
        can be undone for 90 days.
      </p>
      <form action={ask}>
        <fieldset className="filters">
          <legend>Which</legend>
          <FilterFields petitions={petitions} query={query} rule />
        </fieldset>
        <fieldset className="row">
          <legend>What</legend>
          <label>
            Do{' '}
            <select name="verb">
              <option value="hold">hold for review</option>
              <option value="release">release</option>
              <option value="remove">remove</option>
              <option value="restore">restore</option>
            </select>
          </label>
          <label>
            If removing, because{' '}
            <select name="reason">
              <option value="fraud">not real signers</option>
              <option value="duplicate">the same people twice</option>
            </select>
          </label>
        </fieldset>
        <button type="submit" className="main">
          Count them
        </button>
      </form>
    </>
  )
})
