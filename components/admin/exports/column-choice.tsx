import { allColumns, isPersonal } from '@/lib/exports/columns'
import { Pick } from '../form/pick'
import { t, tOf } from '../words'

interface Props {
  chosen: string[]
  /** The reader may request personal columns. */
  names: boolean
}

/** The choice of columns, with personal ones apart. */
export function ColumnChoice({ chosen, names }: Props) {
  const choices = (personal: boolean) => {
    const columns = allColumns.filter((column) => isPersonal(column) === personal)
    const options = columns.map((column): [string, string] => [column, tOf('column', column) ?? column])
    return <Pick name="column" options={options} chosen={chosen} />
  }
  return (
    <>
      <fieldset className="choices">
        <legend>{t('exports.columns')}</legend>
        {choices(false)}
      </fieldset>
      {names && (
        <fieldset className="choices">
          <legend>{t('exports.columnsThatRevealWho')}</legend>
          <p className="hint">{t('exports.aSecondPersonMust')}</p>
          {choices(true)}
        </fieldset>
      )}
    </>
  )
}
