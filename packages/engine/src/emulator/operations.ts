import type { OperationName, RunOperation } from "./operation.ts";
import { addTags } from "./operations/add-tags.ts";
import { createWorkforce } from "./operations/create-workforce.ts";
import { createWorkteam } from "./operations/create-workteam.ts";
import { deleteTags } from "./operations/delete-tags.ts";
import { deleteWorkforce } from "./operations/delete-workforce.ts";
import { deleteWorkteam } from "./operations/delete-workteam.ts";
import { describeFlowDefinition } from "./operations/describe-flow-definition.ts";
import { describeWorkforce } from "./operations/describe-workforce.ts";
import { describeWorkteam } from "./operations/describe-workteam.ts";
import { listFlowDefinitions } from "./operations/list-flow-definitions.ts";
import { listLabelingJobsForWorkteam } from "./operations/list-labeling-jobs-for-workteam.ts";
import { listTags } from "./operations/list-tags.ts";
import { listWorkforces } from "./operations/list-workforces.ts";
import { listWorkteams } from "./operations/list-workteams.ts";
import { updateWorkforce } from "./operations/update-workforce.ts";
import { updateWorkteam } from "./operations/update-workteam.ts";

/** Every operation of the API under its name. */
export const operations = {
  CreateWorkforce: createWorkforce,
  UpdateWorkforce: updateWorkforce,
  DeleteWorkforce: deleteWorkforce,
  DescribeWorkforce: describeWorkforce,
  ListWorkforces: listWorkforces,
  CreateWorkteam: createWorkteam,
  UpdateWorkteam: updateWorkteam,
  DeleteWorkteam: deleteWorkteam,
  DescribeWorkteam: describeWorkteam,
  ListWorkteams: listWorkteams,
  ListLabelingJobsForWorkteam: listLabelingJobsForWorkteam,
  ListFlowDefinitions: listFlowDefinitions,
  DescribeFlowDefinition: describeFlowDefinition,
  AddTags: addTags,
  DeleteTags: deleteTags,
  ListTags: listTags,
} satisfies Record<OperationName, RunOperation>;

/** Whether a call's target names an operation that the emulator knows. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
