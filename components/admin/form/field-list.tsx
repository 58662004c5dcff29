import type { FieldSpec } from './field-spec'

/** What the fields of a form hold, for those who may read and not change it. */
export function FieldList({ fields, values }: { fields: FieldSpec[]; values: Record<string, string> }) {
  return (
    <dl>
      {fields.map(({ name, label, options }) => (
        <div key={name} className="fact">
          <dt>{label}</dt>
          <dd>{options?.find(([value]) => value === values[name])?.[1] ?? (values[name] || '–')}</dd>
        </div>
      ))}
    </dl>
  )
}
