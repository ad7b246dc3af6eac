export * from './lists';
export { indicatorOfList } from './list-indicators';
export * from './template';
export * from './render';
export { lessonsParagraph, mentoringParagraph, yearParagraph } from './paragraphs';
export { factRows } from './facts';
export { yearlyTemplate } from './yearly-template';
