import { useId, useState, type ReactNode } from 'react'
import { Select, TextField } from '../../controls/field'
import { Switch } from '../../controls/switch'
import { useManaged } from '../../state/client'
import { hintWith } from './managed-hint'
import styles from './setting.module.css'

interface SettingProps {
  /** The setting's dotted name, as in the policy. */
  name: string
  children: ReactNode
}

/** One setting on its page: the search over all settings leads here. */
export function Setting({ name, children }: SettingProps) {
  return (
    <div className={styles['setting']} data-setting={name}>
      {children}
    </div>
  )
}

interface SwitchSettingProps {
  name: string
  label: string
  hint?: string | undefined
  checked: boolean
  /** Why it can't be changed here, or null. */
  unavailable?: string | null
  onChange: (checked: boolean) => void
}

/** A setting that is on or off. */
export function SwitchSetting({ name, label, hint, checked, unavailable = null, onChange }: SwitchSettingProps) {
  const isManaged = useManaged(name)
  return (
    <Setting name={name}>
      <Switch label={label} hint={hintWith(unavailable ?? hint, isManaged)} checked={checked} disabled={isManaged || unavailable !== null} onChange={onChange} />
    </Setting>
  )
}

interface ChoiceSettingProps<Value extends string> {
  name: string
  label: string
  hint?: string | undefined
  value: Value
  choices: readonly { value: Value; label: string }[]
  disabled?: boolean
  onChange: (value: Value) => void
}

/** A setting that is one of several. */
export function ChoiceSetting<Value extends string>(props: ChoiceSettingProps<Value>) {
  const { name, label, hint, value, choices, disabled = false, onChange } = props
  const id = useId()
  const isManaged = useManaged(name)
  const choose = (chosen: string) => {
    const found = choices.find((choice) => choice.value === chosen)
    if (found !== undefined) onChange(found.value)
  }
  return (
    <Setting name={name}>
      <div className={styles['field']}>
        <Select id={id} label={label} hint={hintWith(hint, isManaged)} value={value} disabled={isManaged || disabled} onChange={choose}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      </div>
    </Setting>
  )
}

interface TextSettingProps {
  name: string
  label: string
  hint?: string | undefined
  value: string
  /** What is wrong with a text, or null when it can be kept. */
  problemOf: (text: string) => string | null
  onChange: (text: string) => void
}

/** A setting that is typed. It is kept when the person goes on, by Enter too, and only if it is good. */
export function TextSetting({ name, label, hint, value, problemOf, onChange }: TextSettingProps) {
  const isManaged = useManaged(name)
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const keep = () => {
    const text = typed?.trim()
    if (text === undefined || text === value) return setTyped(null)
    const found = problemOf(text)
    setProblem(found)
    if (found !== null) return
    onChange(text)
    setTyped(null)
  }
  return (
    <Setting name={name}>
      <div className={styles['field']}>
        <TextField
          label={label}
          hint={hintWith(hint, isManaged)}
          problem={problem}
          value={typed ?? value}
          disabled={isManaged}
          onChange={(text) => {
            setTyped(text)
            setProblem(null)
          }}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep()
          }}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
    </Setting>
  )
}
