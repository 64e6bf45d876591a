import { useLayoutEffect } from 'react'
import type { WorkspaceProblem } from '../../contract/workspace'
import { useWords } from '../i18n/words'
import { useClient } from '../state/client'
import { problemWord } from '../state/problem-words'

/**
 * What is wrong with the workspace, and what to do about it. While a page says it, it is not said once more below. A problem of null
 * stands for main itself, which could not answer.
 */
export function ProblemText({ problem }: { problem: WorkspaceProblem | null }) {
  const { t } = useWords()
  const { told } = useClient()
  // Before the screen shows it, so that it is never there twice.
  useLayoutEffect(() => (problem === null ? undefined : told.getState().tell(problem)), [told, problem])
  return t(problemWord(problem))
}
