import * as z from 'zod';
import { clashView } from './scheduling.views';

/** A kind of problem: its HTTP status and its title, zh first; Uyghur falls back to zh until a native reader signs it. */
export interface ProblemKind {
  readonly status: number;
  readonly title: { readonly zh: string; readonly en: string };
}

const kind = (status: number, zh: string, en: string): ProblemKind => ({ status, title: { zh, en } });

/** Every problem that the interface can answer; `type` is `/problems/<name>`. */
export const problemKinds = {
  'invalid-input': kind(400, '填写的内容有误，请按提示修改', 'Something in the request is not valid'),
  'not-signed-in': kind(401, '请先登录', 'Please sign in first'),
  'wrong-password': kind(401, '账号或密码不对', 'The account or the password is wrong'),
  forbidden: kind(403, '您没有做这件事的权限', 'You may not do this'),
  'foreign-origin': kind(403, '请求来自别的网站，已拒绝', 'The request came from another site'),
  'not-found': kind(404, '没有找到，或者您看不到它', 'Not found, or not yours to see'),
  'party-taken': kind(409, '有人、班级或教室在这个时间已有安排', 'Someone, a class or a room is already taken then'),
  'id-taken': kind(409, '这个编号已经用于别的内容', 'This id was already used for something else'),
  'code-taken': kind(409, '这个代码已经有了', 'This code is already in use'),
  'ordinal-taken': kind(
    409,
    '这个类别这一年已经有这一期（批）了',
    'This category has an item of that number that year',
  ),
  'day-taken': kind(409, '这一天已经有一条同范围的安排', 'That day already has an entry of this scope'),
  'already-answered': kind(409, '这节课已经答复过了', 'This lesson was already answered'),
  'proposal-closed': kind(409, '这份提议已经结束（答复完、撤回或过期）', 'This proposal is closed'),
  'wrong-state': kind(409, '这节课现在的状态不能这样做', 'The lesson is not in a state for this'),
  'partnership-ended': kind(409, '两校的结对已经结束', 'This partnership has ended'),
  'room-closed': kind(409, '课室还没有开放，或者已经关闭', 'The lesson room is not open'),
  'import-running': kind(409, '另一份名册正在导入，请稍后再试', 'Another import is running'),
  stale: kind(412, '别人刚刚改过，请刷新后再改', 'Someone changed this meanwhile; read it again'),
  'too-large': kind(413, '文件或内容太大', 'The file or the content is too large'),
  'unreadable-file': kind(415, '这个文件读不了', 'This file cannot be read'),
  'outside-bell': kind(422, '这个时间没有对上两校的作息', 'A school has no clean period at that time'),
  'day-closed': kind(422, '这一天有一方放假、考试或停课', 'A school is off, in exams or closed that day'),
  'nothing-placed': kind(422, '没有一节课能排上', 'No lesson could be placed'),
  'in-the-past': kind(422, '这个时间已经过去了', 'That time is already past'),
  'not-partners': kind(422, '这两所学校没有结对', 'These two schools are not partners'),
  'reason-missing': kind(422, '请写明原因', 'Please give a reason'),
  'weeks-unreadable': kind(
    422,
    '教学周写法读不懂，例如 3-18、3-18单、5,9,13',
    'The weeks cannot be read; write 3-18, 3-18单 or 5,9,13',
  ),
  'party-foreign': kind(422, '所选的人、班级或教室不属于这所学校', 'A person, class or room is not of that school'),
  'bell-unsound': kind(422, '作息有重叠或颠倒的节次', 'Periods of the bell overlap or are upside down'),
  'not-a-monday': kind(422, '第一周必须从周一开始', 'Week 1 must begin on a Monday'),
  'scope-unclear': kind(422, '请说明这一天对谁有效', 'Say for whom this day holds'),
  'password-too-plain': kind(422, '密码太简单：至少 10 个字符，不能与账号相同', 'The password is too plain'),
  'activity-closed': kind(409, '这次活动已经取消，或者已经记录', 'This activity was called off or written down'),
  'activity-not-over': kind(422, '活动还没有结束，结束后再记录', 'The activity is not over yet'),
  'too-few-people': kind(422, '至少要有两个人', 'At least two people are needed'),
  'place-missing': kind(422, '请写明地点、会议链接，或选一间教室', 'Say where: in words, by a link, or in a classroom'),
  'already-signed': kind(409, '已经签过字了', 'Already signed'),
  'pairing-state': kind(409, '这个结对现在的状态不能这样做', 'The pairing is not in a state for this'),
  'already-consented': kind(409, '您已经表示过同意', 'You have agreed already'),
  'pairing-exists': kind(409, '这两个人从这一天起已经结对', 'These two are already paired from that day'),
  'credit-once': kind(409, '这件事已经计过了', 'This was counted already'),
  'agreement-days': kind(
    422,
    '协议的结束日期要在开始之后，最长三年',
    'An agreement ends after it begins, and runs three years at most',
  ),
  'revision-missing': kind(409, '没有待签字的修订稿', 'No revision waits for signatures'),
  'agreement-empty': kind(422, '协议里至少要有一项约定', 'An agreement owes at least one thing'),
  'obligation-twice': kind(422, '同一种约定只能写一次', 'Each kind of obligation is written once'),
  'goals-number': kind(422, '成长规划写二到四个目标', 'A growth plan has two to four goals'),
  'goal-too-early': kind(422, '目标的日期早于结对开始', 'A goal is due before the pairing began'),
  'text-term': kind(422, '这份材料不属于这个学期', 'That text does not belong to that term'),
  'day-outside-pairing': kind(
    422,
    '日期要在结对开始以后，且不晚于今天',
    'The day lies before the pairing or after today',
  ),
  'evidence-unclear': kind(
    422,
    '佐证写文字说明，或以 https:// 开头的网址',
    'Evidence is words, or an address that begins with https://',
  ),
  'open-lesson-foreign': kind(422, '徒弟没有上这节课', 'The mentee does not teach that lesson'),
  'open-lesson-exists': kind(409, '这节课已经是公开课了', 'That lesson is an open lesson already'),
  'open-lesson-not-held': kind(409, '公开课还没有上', 'The open lesson was not held yet'),
  'panel-own': kind(422, '上课的人不能当自己的评委', 'Nobody sits on the panel of her own lesson'),
  'panel-too-small': kind(409, '师傅以外至少要有两位评委', 'It takes two members of the panel besides the mentor'),
  'panel-marked': kind(409, '已经打分的评委不能撤下', 'Who has marked stays on the panel'),
  'panel-closed': kind(409, '评议已经结束', 'The panel is closed'),
  'gate-closed': kind(409, '出师条件还没有全部达到', 'The gate of completion is not open yet'),
  'successor-unfit': kind(422, '接手的人要是另一位师傅', 'The successor must be another mentor'),
  'pause-days': kind(422, '暂停的日期不对', 'The days of the pause do not fit'),
  'petition-open': kind(409, '已有一份解除申请在等答复', 'A petition waits for its answer already'),
  'petition-decided': kind(409, '这份申请已经答复过了', 'This petition was answered already'),
  'some-refused': kind(409, '其中有的不能这样办，一个也没有办', 'Some cannot end so; none was changed'),
  'cohort-open': kind(409, '这一期还有结对没有去向', 'Pairings of this cohort still wait for their end'),
  'cohort-closed': kind(409, '这一期已经结束', 'This cohort is closed'),
  'import-faults': kind(422, '名册里有错误，一条也没有导入', 'The register has faults; nothing was imported'),
  'pairing-not-running': kind(409, '这对师徒现在没有在进行', 'This pairing is not running now'),
  'not-their-lesson': kind(422, '这节课不是对方上的，或者没有上成', 'The other of the two does not give this lesson'),
  'already-noted': kind(
    409,
    '这节课已经有听课记录了，请打开那一份',
    'This lesson has an observation already; please open that',
  ),
  'in-the-future': kind(422, '这一天还没有到', 'That day is still to come'),
  'already-submitted': kind(409, '这份听课记录已经提交了', 'This observation was submitted already'),
  'already-discarded': kind(409, '这份听课记录已经作废了', 'This observation was discarded'),
  'not-submitted': kind(409, '这份听课记录还没有提交', 'This observation is not submitted yet'),
  'already-countersigned': kind(409, '这份听课记录已经签过字了', 'This observation was countersigned already'),
  'nothing-noted': kind(422, '还没有记下任何内容', 'Nothing was noted yet'),
  'nothing-said': kind(422, '请写下回复，或者签字', 'Please reply or countersign'),
  'asked-too-late': kind(422, '约课请至少提前一天', 'Please ask at least a day ahead'),
  'request-past': kind(409, '约的这节课已经开始或过去了', 'The lesson of this request has begun or is over'),
  'request-closed': kind(409, '这个约课已经答复过，或者已经取消', 'This request was answered or taken back'),
  'matching-state': kind(409, '这轮匹配现在不能这样做', 'The matching round is not in a state for this'),
  'matching-days': kind(422, '不在这轮匹配的填报日期内', 'Wishes are told on the days of the round'),
  'matching-stranger': kind(422, '有人不在这轮匹配里，或者重复了', 'Somebody is not in this round, or named twice'),
  'matching-choices': kind(422, '最多选三位师傅', 'Three mentors can be named at most'),
  'matching-laid': kind(
    409,
    '这一对已经在征求双方意见，不再变动',
    'This pair is laid before the two and does not move',
  ),
  'matching-full': kind(409, '没有空余名额可以锁定', 'There is no free place to pin'),
  'matching-nothing': kind(409, '没有可以匹配或提交的人', 'There is nobody to match or to ask'),
  'matching-crowded': kind(422, '这轮匹配的人太多了', 'There are too many people in this round'),
  'report-freezing': kind(409, '报告正在定稿，现在不能改', 'The report is being frozen and cannot be changed now'),
  'comments-open': kind(409, '还有意见没有处理', 'A comment is still to be resolved'),
  'approval-missing': kind(409, '还缺一方的同意', 'A side has still to approve'),
  'report-unchanged': kind(409, '与上一版完全相同，不再出新版', 'Nothing differs from the issue before'),
  'freeze-over': kind(409, '定稿已经结束，不能取消', 'The freeze is over and cannot be cancelled'),
  'numeral-unknown': kind(422, '文中引用了不存在的数字', 'The words name a numeral that does not exist'),
  'title-missing': kind(422, '标题不能空', 'A heading is missing'),
  'sections-differ': kind(422, '顺序里要正好包含每一节', 'An order names every section once'),
  'link-days': kind(422, '有效期从今天起，最长一年', 'A link ends after today and within a year'),
  'link-over': kind(404, '这个链接已经过期或被收回，请向发给您的人要新的', 'This link has run out or was taken back'),
  'file-missing': kind(409, '这份文件没有做成，请用打印页', 'This file was not made; please use the print page'),
  'field-unknown': kind(422, '没有这个可以统计的项目', 'There is no such field to count by'),
  'value-unknown': kind(422, '这个值不在可选的范围里', 'That value is none of the choices'),
  'population-missing': kind(422, '统计人数时要说明是哪一类人', 'Say which people are counted'),
  'population-differs': kind(422, '这一栏统计的是另一类人', 'That field counts other people'),
  'operand-missing': kind(422, '所用的指标不存在', 'An indicator it is reckoned from is not there'),
  'operands-number': kind(
    422,
    '合计至少要两个指标，相减和比率正好两个',
    'A sum takes two or more, the rest exactly two',
  ),
  circular: kind(422, '指标不能由自己推算', 'An indicator cannot be reckoned from itself'),
  'units-differ': kind(422, '单位不同，不能相加', 'Their units differ and do not add'),
  'populations-differ': kind(422, '两类不同的人不能相加', 'People of different categories do not add'),
  'rows-overlap': kind(422, '两个指标可能统计了同样的内容，不能相加', 'Both may count the same rows and do not add'),
  'not-additive': kind(422, '按人数统计的指标和比率不能再相加', 'People counted once, and ratios, do not add'),
  'no-names': kind(422, '这个指标统计的不是人', 'This indicator counts no people'),
  'version-missing': kind(428, '缺少版本号（If-Match）', 'The version read is missing (If-Match)'),
  'too-fast': kind(429, '太快了，请稍等再试', 'Too fast; please wait a little'),
  unexpected: kind(500, '服务器出错了，请稍后再试', 'Something went wrong here'),
  'database-away': kind(503, '数据库暂时连不上，请稍后再试', 'The database is away; please try again soon'),
} as const satisfies Record<string, ProblemKind>;

/** The name of a kind of problem. */
export type ProblemName = keyof typeof problemKinds;

/** A problem as it crosses the wire, RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  /** The request id, to name when asking for help. */
  instance: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  clashes: z.array(clashView).optional(),
  retryAfterSeconds: z.number().optional(),
});
/** A problem as it crosses the wire. */
export type Problem = z.output<typeof problem>;

/** The name in a problem's `type`, or `unexpected` where it is none of ours. */
export function problemName(given: Pick<Problem, 'type'>): ProblemName {
  const name = given.type.replace(/^\/problems\//, '');
  return name in problemKinds ? (name as ProblemName) : 'unexpected';
}
