import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { fieldName } from '@/components/admin/field-name'
import { Time } from '@/components/admin/time'
import { findKeptForm } from '@/lib/staff/drafts/kept-form'
import { typedFields } from '@/lib/staff/drafts/typed-fields'
import { keptPath } from '@/lib/web/admin/kept-path'
import { discardKept } from '../actions'

export const metadata: Metadata = { title: 'What you typed' }

/** A form that was not carried out, as it was typed. Its person alone sees it, and nothing of it is done from here. */
export default adminPage('account.manage', async (staff, { params }) => {
  const { id = '' } = await params
  const found = await findKeptForm(staff, id)
  if (!found) {
    return (
      <>
        <h1>Nothing is kept here</h1>
        <p>It was saved or discarded, or its seven days are over.</p>
        <a href="/admin">Home</a>
      </>
    )
  }
  return (
    <>
      <h1>What you typed</h1>
      <p>
        On <Time at={found.at} zone />, and nothing was done with it.{' '}
        <a href={found.form ? keptPath(found) : found.path}>
          {found.form ? 'Open the form with it filled in' : 'Back to the page'}
        </a>
      </p>
      {typedFields(found.fields).map(([name, value]) => (
        <p key={name} className="stack">
          <label htmlFor={`kept-${name}`}>{fieldName(name)}</label>
          <textarea
            id={`kept-${name}`}
            readOnly
            dir="auto"
            rows={Math.min(12, 1 + Math.ceil(value.length / 70))}
            defaultValue={value}
          />
        </p>
      ))}
      <form action={discardKept}>
        <input type="hidden" name="id" value={id} />
        <button type="submit">Discard it for good</button>
      </form>
    </>
  )
})
