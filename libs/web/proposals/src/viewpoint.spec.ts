import { expect, it } from '@jest/globals';
import type { OrganisationId } from '@qinglan/domain';
import { viewpointOf } from './viewpoint';

const schools = {
  fromSchool: { id: 'one' as OrganisationId, shortName: '源清' },
  toSchool: { id: 'two' as OrganisationId, shortName: '阿高' },
};

it('a proposal is named by the other school, and by both for who belongs to neither', () => {
  expect(viewpointOf(schools, 'two')).toEqual({ direction: 'fromWhom', name: '源清' });
  expect(viewpointOf(schools, 'one')).toEqual({ direction: 'toWhom', name: '阿高' });
  expect(viewpointOf(schools, null)).toEqual({ direction: 'between', name: '源清 – 阿高' });
});
