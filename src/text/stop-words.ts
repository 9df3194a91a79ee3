// Function words of English, in normal form as the word splitter yields them ("don't" comes as "don" and "t").
// They carry no information; negation and question are read from them elsewhere (src/match/).

const WORDS =
  'a an the and or but nor so yet if then than that this these those there here it its itself he him his himself she her hers herself they them their theirs themselves ' +
  'we us our ours ourselves i me my mine myself you your yours yourself yourselves one ones who whom whose which what where when why how whether while as at by for from in into ' +
  'of off on onto out over to up upon with within without about above across after again against along among around because before behind below beneath beside besides between ' +
  'beyond down during except inside near outside per since through throughout till toward towards under until via be am is are was were been being have has had having do does did ' +
  'done doing will would shall should can could may might must ought not no none never neither either both each every any some all such own same other others another more most much ' +
  'many few less least very too also just only even still already ever once now s t d ll m o re ve don didn doesn isn aren wasn weren hasn haven hadn wouldn couldn shouldn cannot mustn ' +
  'ain say says said saying tell tells told mr mrs ms dr according like quite rather really indeed however therefore thus hence though although else etc let lets get gets got getting ' +
  'go goes going gone went come comes came coming put make makes made making take takes took taken taking something anything nothing everything someone anyone everyone anybody somebody nobody everybody thing things';

export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(' '));

export const DETERMINERS: ReadonlySet<string> = new Set('a an the his her its their my our your'.split(' '));
