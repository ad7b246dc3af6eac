/** The four dimensions of classroom observation (LICC): 学生学习, 教师教学, 课程性质, 课堂文化. */
export const liccDimensions = ['learning', 'teaching', 'course', 'culture'] as const;

/** One of the four dimensions. */
export type LiccDimension = (typeof liccDimensions)[number];

/** A dimension or a view as people read it. */
export interface LiccName {
  readonly zh: string;
  readonly en: string;
}

/** One of the five views (视角) of a dimension. */
export interface LiccView extends LiccName {
  readonly code: string;
  readonly dimension: LiccDimension;
}

/** The dimensions by name. */
export const liccDimensionNames: Readonly<Record<LiccDimension, LiccName>> = {
  learning: { zh: '学生学习', en: 'How pupils learn' },
  teaching: { zh: '教师教学', en: 'How the teacher teaches' },
  course: { zh: '课程性质', en: 'What is taught' },
  culture: { zh: '课堂文化', en: 'How the classroom feels' },
};

const five = (dimension: LiccDimension, views: Readonly<Record<string, readonly [zh: string, en: string]>>) =>
  Object.entries(views).map(([code, [zh, en]]): LiccView => ({ code: `${dimension}.${code}`, dimension, zh, en }));

/**
 * The twenty views, five a dimension: the one place to rename one or to add one. A code that was ever used stays, since
 * entries keep it.
 */
export const liccViews: readonly LiccView[] = [
  ...five('learning', {
    ready: ['课前准备', 'Ready for the lesson'],
    listening: ['听讲与回应', 'Listening and responding'],
    together: ['同伴合作', 'Working together'],
    alone: ['独立学习', 'Working alone'],
    reached: ['学会了多少', 'What was learnt'],
  }),
  ...five('teaching', {
    steps: ['环节与时间', 'Steps and timing'],
    showing: ['讲解与板书', 'Explaining and showing'],
    asking: ['提问与对话', 'Questions and dialogue'],
    guiding: ['巡视与指导', 'Guiding'],
    adapting: ['临场应变', 'Adapting on the spot'],
  }),
  ...five('course', {
    goals: ['教学目标', 'Goals'],
    content: ['内容取舍', 'Choice of content'],
    methods: ['学科方法', 'Methods of the subject'],
    checking: ['检查与评价', 'Checking'],
    materials: ['材料与资源', 'Materials'],
  }),
  ...five('culture', {
    thinking: ['思考的深度', 'Depth of thought'],
    fairness: ['机会均等', 'A turn for everybody'],
    daring: ['敢说敢试', 'Daring to try'],
    warmth: ['师生关系', 'Warmth'],
    style: ['教师风格', 'The teacher’s style'],
  }),
];

const known = new Map(liccViews.map((view) => [view.code, view]));

/** The view of a code, if there is one. */
export const liccView = (code: string): LiccView | undefined => known.get(code);
