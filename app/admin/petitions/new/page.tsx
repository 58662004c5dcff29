import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { queryText } from '@/components/admin/petitions/query-text'
import { createOne } from '../actions'

export const metadata: Metadata = { title: 'New petition' }

export default adminPage('petition.write', async (_, { searchParams }) => {
  const query = await searchParams
  return (
    <>
      <h1>New petition</h1>
      <Notice searchParams={searchParams} />
      <p>It starts as a draft that only staff can see. You write the text next.</p>
      <form action={createOne} className="stack">
        <label htmlFor="slug">Address</label>
        <p className="hint" id="slug-hint">
          Lower-case letters, numbers and hyphens, as in <code>free-the-abducted</code>. It can be changed until the
          first text is published.
        </p>
        <input
          id="slug"
          name="slug"
          defaultValue={queryText(query.slug)}
          required
          maxLength={80}
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          aria-describedby="slug-hint"
          autoComplete="off"
        />
        <label htmlFor="goal">Goal, in signatures</label>
        <input
          id="goal"
          name="goal"
          defaultValue={queryText(query.goal) || '10000'}
          required
          inputMode="numeric"
          pattern="[0-9]{1,9}"
          autoComplete="off"
        />
        <button type="submit" className="main">
          Create draft
        </button>
      </form>
    </>
  )
})
