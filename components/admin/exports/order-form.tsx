import { EXPORT_FORM } from '@/lib/exports/reviewed-order'
import type { SavedRecipient } from '@/lib/exports/saved-recipients'
import type { Query, QueryErrors } from '@/lib/input/read-query'
import type { PetitionName } from '@/lib/petitions/list-petition-names'
import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { zoneName } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { FilterChoice } from '../filter-field'
import { FilterFields } from '../filter-form'
import { KeptDraft } from '../form/kept-draft'
import { t } from '../words'
import { ColumnChoice } from './column-choice'
import { RecipientChoice } from './recipient-choice'

interface Props {
  action: (form: FormData) => Promise<void>
  petitions: PetitionName[]
  /** The values of its fields. */
  fields: Query
  errors: QueryErrors
  draft: Draft | null
  /** A preset has chosen signatures and columns, so these fields are folded. */
  preset: boolean
  /** The file has personal columns, or may have. */
  personal: boolean
  recipients: SavedRecipient[]
}

/** The form that orders a file. Fields filled in by a preset are folded, and can be changed. */
export function OrderForm(props: Props) {
  const { action, petitions, fields, errors, draft, preset, personal, recipients } = props
  const text = (name: string) => [fields[name] ?? ''].flat()[0] ?? ''
  const wrong = Object.keys(errors).some((name) => name !== 'petition')
  const what = (
    <>
      <fieldset className="filters">
        <legend>{t('common.signatures')}</legend>
        <p className="hint">{t('exports.daysOf', { zone: zoneName(readerZone(), readerLanguage()) })}</p>
        <FilterFields petitions={petitions} query={fields} errors={errors} file />
      </fieldset>
      <ColumnChoice chosen={text('column').split(' ')} names={personal} />
      <div className="stack">
        <label htmlFor="format">{t('exports.format')}</label>
        <select id="format" name="format" defaultValue={text('format') || 'csv'}>
          <option value="csv">{t('exports.csvForSpreadsheets')}</option>
          <option value="jsonl">{t('exports.jsonLinesForPrograms')}</option>
        </select>
      </div>
    </>
  )
  return (
    <form action={action}>
      <KeptDraft draft={draft} name={EXPORT_FORM} />
      {preset && <input type="hidden" name="preset" value={text('preset')} />}
      <p className="filters">
        <FilterChoice
          name="petition"
          label={t('common.petition')}
          value={text('petition')}
          wrong={'petition' in errors}
          any={t('common.chooseOne')}
          options={petitions.map(({ id, title, language }) => [id, title, language])}
          required
        />
      </p>
      {preset ? (
        <details open={wrong}>
          <summary>{t('exports.changeWhatItHolds')}</summary>
          {what}
        </details>
      ) : (
        what
      )}
      {personal && <RecipientChoice recipients={recipients} saved={text('saved')} typed={text('recipient')} />}
      <p className="stack wide">
        <label htmlFor="reason">{t('exports.purposeLoggedNoNames')}</label>
        <input id="reason" name="reason" required minLength={3} maxLength={300} defaultValue={text('reason')} />
      </p>
      <button type="submit" className="main">
        {t('common.preview')}
      </button>
    </form>
  )
}
