import { SignatureState } from '@/prisma/generated/enums'

interface Props {
  petitions: { id: string; slug: string }[]
  query: Record<string, string | string[] | undefined>
  /** A rule must name its petition, and can go by domain. */
  rule?: boolean
}

/** The parts of a filter, as form controls with the values that the address has. */
export function FilterFields({ petitions, query, rule = false }: Props) {
  const value = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  return (
    <>
      <label>
        Petition
        <select name="petition" defaultValue={value('petition')} required={rule}>
          <option value="">{rule ? 'Choose one' : 'All'}</option>
          {petitions.map(({ id, slug }) => (
            <option key={id} value={id}>
              {slug}
            </option>
          ))}
        </select>
      </label>
      <label>
        State
        <select name="state" defaultValue={value('state')}>
          <option value="">Any</option>
          {Object.values(SignatureState).map((state) => (
            <option key={state}>{state}</option>
          ))}
        </select>
      </label>
      {rule && (
        <label>
          Domain of the address
          <input name="domain" defaultValue={value('domain')} size={18} spellCheck={false} />
        </label>
      )}
      <label>
        Country (two letters)
        <input name="country" defaultValue={value('country')} size={4} maxLength={2} pattern="[A-Z]{2}" />
      </label>
      <label>
        Language
        <input name="locale" defaultValue={value('locale')} size={4} maxLength={2} pattern="[a-z]{2}" />
      </label>
      <label>
        Member code
        <input name="via" defaultValue={value('via')} size={10} maxLength={64} />
      </label>
      <label>
        Comment
        <select name="comment" defaultValue={value('comment')}>
          <option value="">Any</option>
          <option value="yes">With</option>
          <option value="no">Without</option>
        </select>
      </label>
      <label>
        Received from (UTC)
        <input name="from" type="datetime-local" defaultValue={value('from')} />
      </label>
      <label>
        and before
        <input name="to" type="datetime-local" defaultValue={value('to')} />
      </label>
    </>
  )
}
