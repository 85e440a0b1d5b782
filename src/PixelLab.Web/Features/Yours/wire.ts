/** What the lab explains, as it describes it itself (`Client/wire.mjs`). */
export type {
  BroughtKind,
  BroughtProblem as Problem,
  ExplainedLinkView as Link,
  ExplainedRequestView as Explained,
  ExplanationView as Explanation,
  LeadView as Lead,
  PairedPart,
  PairSide,
  PairView,
  ToldView as Told,
} from '../../obj/client/api';
