import { consoleLanguages } from '../../contract/languages'
import { regionalTag } from '../../contract/regional'
import { writeDatesAs } from '../../ui/region'

/**
 * Has dates and times written with the customs of the countries that the browser names for the console's languages.
 *
 * @param wishes BCP 47 tags, best first.
 */
export function followRegions(wishes: readonly string[]): void {
  for (const language of consoleLanguages) writeDatesAs(language, regionalTag(language, wishes))
}
