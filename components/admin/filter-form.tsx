import { signalCodes } from '@/lib/integrity/signals'
import { SignatureState } from '@/prisma/generated/enums'

interface Props {
  petitions: { id: string; slug: string }[]
  query: Record<string, string | string[] | undefined>
  /** A rule must name its petition, and can go by domain. */
  rule?: boolean
  /** A file is of one petition, and in no order. */
  file?: boolean
}

/** The parts of a filter, as form controls with the values that the address has. */
export function FilterFields({ petitions, query, rule = false, file = false }: Props) {
  const value = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  return (
    <>
      <label>
        Petition
        <select name="petition" defaultValue={value('petition')} required={rule || file}>
          <option value="">{rule || file ? 'Choose one' : 'All'}</option>
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
        Noticed when signing
        <select name="signal" defaultValue={value('signal')}>
          <option value="">Anything</option>
          {signalCodes.map((code) => (
            <option key={code} value={code}>
              {code.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        Asked to look again
        <select name="appealed" defaultValue={value('appealed')}>
          <option value="">Any</option>
          <option value="yes">Yes</option>
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
      {!rule && !file && (
        <label>
          Order
          <select name="sort" defaultValue={value('sort')}>
            <option value="">Newest first</option>
            <option value="oldest">Oldest first</option>
            <option value="appeal">Asked to look again, longest wait first</option>
          </select>
        </label>
      )}
    </>
  )
}
