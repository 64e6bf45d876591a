import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

/** Why a form was not accepted, read out at once. It stands there empty before, so that it is announced. */
export function ProblemAlert({ text }: { text: string | null }) {
  return (
    <div role="alert" className="problem">
      {text !== null && (
        <Alert role="presentation" color="red" variant="light" className="notice" icon={<IconAlertTriangle aria-hidden />}>
          {text}
        </Alert>
      )}
    </div>
  )
}
