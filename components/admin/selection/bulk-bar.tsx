import type { AllThatMatch } from '@/lib/bulk-actions/all-that-match'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { t } from '../words'
import { SelectScript } from './tick-all'

interface Props {
  /** This page with all its rows ticked, or none if they are. */
  page: { href: string; ticked: boolean }
  /** All that match the list, on all its pages. */
  matching: AllThatMatch
  /** The verb chosen before. */
  verb?: string | undefined
}

/** The bar below a list with tick boxes: acts on the ticked rows, or on all that match. */
export function BulkBar({ page, matching, verb }: Props) {
  return (
    <div className="bulk">
      <p className="row">
        <a href={page.href} data-without-script>
          {t(page.ticked ? 'list.selectNone' : 'list.selectPage')}
        </a>
        <label className="choice" hidden data-tick-all>
          <input type="checkbox" hidden data-tick-all /> {t('list.selectPage')}
        </label>
        {matching.is === 'counted' && (
          <label className="choice">
            <input type="checkbox" name="all" value="1" /> {allWords(matching.many)}
          </label>
        )}
        {matching.is === 'no_rule' && <span className="hint">{t('signatures.selectAllByFilter')}</span>}
      </p>
      <p className="row">
        <label>
          {t('signatures.withSelected')}{' '}
          <select name="verb" defaultValue={verb}>
            <option value="hold">{t('signatures.hold')}</option>
            <option value="release">{t('signatures.release')}</option>
            <option value="remove fraud">{t('bulk.removeFraudulent')}</option>
            <option value="remove duplicate">{t('bulk.removeDuplicate')}</option>
            <option value="restore">{t('signatures.restore')}</option>
          </select>
        </label>
        <button type="submit">{t('common.preview')}</button>
        <output className="hint" hidden data-selected>
          {t('list.selected', { ticked: 0 })}
        </output>
      </p>
      <SelectScript />
    </div>
  )
}

function allWords(many: number | null): string {
  if (many === null) return t('signatures.selectAll')
  if (many > MAX_COUNTED) return t('signatures.selectAllOfMore', { most: MAX_COUNTED })
  return t('signatures.selectAllOf', { many })
}
