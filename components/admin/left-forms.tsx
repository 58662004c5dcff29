import type { LeftForms as Left } from '@/lib/staff/drafts/hand-over-forms'
import { t } from './words'

interface Props {
  id: string
  left: Left
  handOver: (form: FormData) => Promise<void>
}

/** A former colleague's unfinished forms, which can be handed over. Nothing if there are none. */
export function LeftForms({ id, left: { forms, successors }, handOver }: Props) {
  if (forms === 0) return null
  return (
    <>
      <h2>{t('staff.leftForms')}</h2>
      <p>{t('staff.leftFormsAre', { forms })}</p>
      <form action={handOver} className="row">
        <input type="hidden" name="id" value={id} />
        <label htmlFor="to">{t('staff.handOverTo')}</label>
        <select id="to" name="to" required defaultValue="">
          <option value="">{t('common.chooseOne')}</option>
          {successors.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <button type="submit">{t('staff.handOver')}</button>
      </form>
    </>
  )
}
