import { OCCASION, VOTES } from './cohort.ts';
import { MEANING } from './meaning.ts';
import { ALIKE, AROUND } from './verbatim.ts';

/** Names of the ranking's features, in the order in which features.ts writes them. */
export const FEATURES: readonly string[] = (
  'covS covSNews covSPack covSContext covSBefore covSAfter covSSigned covT covTContext covU covUContext covQ ' +
  'covQbyS covSentence matched score rank cosS cosU bigram skip order run bigramT numMatched numMissing ' +
  'numExtra nameMatched nameMissing nameExtra rarest second third rarestMissing countS countU lengthS weightS ' +
  'manMain manContext manClaims manKnown window f1 product covSShort covQShort minCov tfS tOnly letters ' +
  'lettersT f1Context cosContext'
)
  .split(' ')
  .concat(MEANING, ALIKE, AROUND, OCCASION, VOTES);
