export * from './lists';
export * from './template';
export * from './render';
export { lessonsParagraph, mentoringParagraph, yearParagraph } from './paragraphs';
export { factRows } from './facts';
export { yearlyTemplate } from './yearly-template';
